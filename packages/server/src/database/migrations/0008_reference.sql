-- What comes with the product: NZQA's 17 fields (domain 1.1), NZQA, the eight Industry Skills Boards of 1 January 2026 and the six
-- Workforce Development Councils before them (domain 2.4). The Māori names of the fields and of the boards' work are ours, for
-- reading; NZQA's own wording goes before them once it is confirmed. Which board follows which council is by subject.

insert into catalogue.field (position, slug, name_en, name_mi) values
  (1, 'agriculture-forestry-and-fisheries', 'Agriculture, Forestry and Fisheries', 'Ahuwhenua, Ngahere me te Hī Ika'),
  (2, 'arts-and-crafts', 'Arts and Crafts', 'Ngā Toi me ngā Mahi ā-Ringa'),
  (3, 'business', 'Business', 'Pakihi'),
  (4, 'community-and-social-services', 'Community and Social Services', 'Ratonga Hapori me te Toko i te Ora'),
  (5, 'computing-and-information-technology', 'Computing and Information Technology', 'Rorohiko me te Hangarau Mōhiohio'),
  (6, 'core-generic', 'Core Generic', 'Pūkenga Whānui'),
  (7, 'education', 'Education', 'Mātauranga'),
  (8, 'engineering-and-technology', 'Engineering and Technology', 'Pūkaha me te Hangarau'),
  (9, 'health', 'Health', 'Hauora'),
  (10, 'humanities', 'Humanities', 'Aronui'),
  (11, 'law-and-security', 'Law and Security', 'Ture me te Haumarutanga'),
  (12, 'manufacturing', 'Manufacturing', 'Whakanao'),
  (13, 'maori', 'Māori', 'Māori'),
  (14, 'planning-and-construction', 'Planning and Construction', 'Whakamahere me te Waihanga'),
  (15, 'sciences', 'Sciences', 'Pūtaiao'),
  (16, 'service-sector', 'Service Sector', 'Rāngai Ratonga'),
  (17, 'social-sciences', 'Social Sciences', 'Pūtaiao Pāpori');

insert into catalogue.organisation (public_id, kind, opened_on) values
  ('nzqa', 'nzqa', '1990-07-01'),
  ('isb-automotive-transport-and-logistics', 'industry-skills-board', '2026-01-01'),
  ('isb-construction-and-specialist-trades', 'industry-skills-board', '2026-01-01'),
  ('isb-electrotechnology-and-information-technology', 'industry-skills-board', '2026-01-01'),
  ('isb-food-and-fibre', 'industry-skills-board', '2026-01-01'),
  ('isb-health-and-community', 'industry-skills-board', '2026-01-01'),
  ('isb-infrastructure', 'industry-skills-board', '2026-01-01'),
  ('isb-manufacturing-and-engineering', 'industry-skills-board', '2026-01-01'),
  ('isb-services', 'industry-skills-board', '2026-01-01');

insert into catalogue.organisation (public_id, kind, opened_on, closed_on, successor_id)
select c.public_id, 'workforce-development-council', '2021-10-04', '2025-12-31', o.organisation_id
  from (values
    ('wdc-hanga-aro-rau', 'isb-manufacturing-and-engineering'),
    ('wdc-muka-tangata', 'isb-food-and-fibre'),
    ('wdc-ringa-hora', 'isb-services'),
    ('wdc-toi-mai', 'isb-electrotechnology-and-information-technology'),
    ('wdc-toitu-te-waiora', 'isb-health-and-community'),
    ('wdc-waihanga-ara-rau', 'isb-construction-and-specialist-trades')
  ) as c (public_id, successor)
  join catalogue.organisation o on o.public_id = c.successor;

insert into catalogue.organisation_name (organisation_id, name)
select o.organisation_id, n.name
  from (values
    ('nzqa', 'New Zealand Qualifications Authority'),
    ('isb-automotive-transport-and-logistics', 'Automotive, Transport and Logistics Industry Skills Board'),
    ('isb-construction-and-specialist-trades', 'Construction and Specialist Trades Industry Skills Board'),
    ('isb-electrotechnology-and-information-technology', 'Electrotechnology and Information Technology Industry Skills Board'),
    ('isb-food-and-fibre', 'Food and Fibre Industry Skills Board'),
    ('isb-health-and-community', 'Health and Community Industry Skills Board'),
    ('isb-infrastructure', 'Infrastructure Industry Skills Board'),
    ('isb-manufacturing-and-engineering', 'Manufacturing and Engineering Industry Skills Board'),
    ('isb-services', 'Services Industry Skills Board'),
    ('wdc-hanga-aro-rau', 'Hanga-Aro-Rau'),
    ('wdc-muka-tangata', 'Muka Tangata'),
    ('wdc-ringa-hora', 'Ringa Hora'),
    ('wdc-toi-mai', 'Toi Mai'),
    ('wdc-toitu-te-waiora', 'Toitū te Waiora'),
    ('wdc-waihanga-ara-rau', 'Waihanga Ara Rau')
  ) as n (public_id, name)
  join catalogue.organisation o using (public_id);
