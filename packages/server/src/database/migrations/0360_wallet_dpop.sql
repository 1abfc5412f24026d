-- A token, and the request that it follows from, may be bound to a key of the wallet (DPoP, RFC 9449): its thumbprint (RFC 7638).
alter table wallet.access_token add column key_thumbprint text;
alter table wallet.authorization_request add column key_thumbprint text;
-- wallet.nonce keeps what counts once: nonces that were given out, and proofs of a key that were taken.
