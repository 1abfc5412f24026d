// Verbs for what can be seen or heard to be done: our list, by the kinds of act in Anderson and Krathwohl, A Taxonomy for Learning,
// Teaching, and Assessing (2001), and Dave's psychomotor levels (1970), with the trades that New Zealand's standards are about.
const OBSERVABLE = `
accept account acknowledge act adapt add adjust administer advise advocate agree align allocate analyse analyze announce answer apply appraise
argue arrange arrest articulate assemble assess assign assist attach attend audit author bake balance bath bathe bill blend block boil book
braze brew brief build bury butcher calculate calibrate call calm care carry carve cast catalogue catch categorise certify challenge change
characterise charge chart check choose choreograph cite clad clarify classify clean clear climb close clothe coach coat code collate collect
combine comfort command commission communicate compact compare compile complete compose compute conclude conduct configure confirm connect
construct consult contribute control convert cook coordinate copy correct count counsel crack create critique cross cultivate cure cut dance
debate debug decide declare deconstruct decorate defend define deliver demonstrate deploy derive describe design detect determine develop
devise diagnose differentiate dig digitise direct disassemble discuss dismantle dispatch dispense display dispose dissect distinguish
distribute dive document draft drain draw dress drill drive edit elicit employ enforce engage engrave enter enquire escort establish estimate
evacuate evaluate examine excavate exchange execute exhibit explain explore express extend extinguish extract fabricate facilitate fasten feed
fell fence fertilise file fill film filter find finish fish fit fix float fly fold follow forecast forge form formulate frame fry fulfil
gather generate give glaze grade graft graze greet grind groom group grow guard guide halter hand handle hang harness harvest heat help hoist
host hunt identify illustrate implement improve improvise incorporate induct inform initiate inject inspect install instruct insulate
integrate interact interpret interview introduce investigate invoice isolate issue join judge justify keep label land launch lay lead level
lift light link list listen load locate lodge log lower lubricate machine maintain make manage map mark market mask match measure mediate meet
mend mentor milk mill minimise mix model moderate monitor moor motivate mount move mulch muster name navigate negotiate note notify nurse
observe obtain offer open operate order organise orient outline oversee pack package paint park participate patrol perform phone photograph
pick pitch place plan plant plaster plate play plot plough polish position pour practise practice predict prepare present preserve press prevent price
print prioritise problem-solve process procure produce programme program promote prompt pronounce propagate propose protect prove provide
prune publish purchase quantify question quote race raise rank read reason recall receive recite recognise recommend reconcile reconstruct
record recruit recycle reduce refer refine reflect refuel register rehearse reinstate relate release relocate remove render repair repeat replace
reply report represent reproduce request rescue research resolve respond restore retrieve revegetate review revise ride rig roast roll rotate
rout route run sail sample sand satisfy saw schedule score scout screed screen script sculpt seal search secure segregate select sell sense serve
service set sew shape share sharpen shear shelve shoot show sign simulate sing sketch slaughter solder solve sort sound speak specify spray
stack stage stain start state steer sterilise stitch stop store structure style sub-edit submit summarise supervise supply support survey
swim switch tabulate tack tailor take talk tame tan teach tell tend test thin throw tie tile titrate touch trace track trade train transcribe transfer
translate transplant transport trap treat trim troubleshoot turn tutor type undertake unload unpack update use validate value verify visit wash
watch water wear weave weigh welcome weld whittle wire work wrap write
accompany bed bind brace calve clip cool crush debrief dig dissolve dock drench embed expose ferment finance foster frost greet inoculate
invest knead lock loosen mash neutralise plait plumb pluck practise pull push rake reinforce rewrite salt separate shift smoke sow splice
square stock strip suture sweep swab tag thread tow trench trowel truss unblock wean wind
`;

/** Whether somebody can be seen or heard to do it: the verb as it is listed. */
const BASES: ReadonlySet<string> = new Set(OBSERVABLE.split(/\s+/u).filter((word) => word !== ''));

/** Verbs that are as often things: after “and” they only count as an act where a word such as “the” follows. */
const THINGS: ReadonlySet<string> = new Set(
  `account act advise answer balance bath bed bill block book brief broadcast call care cast catch change charge chart check clip coach coat code command
  control copy count cure cut dance debate design dig display document draft drain draw dress drill drive edit exchange exhibit express extract
  feed fence file fill film filter find finish fish fit fix float fly fold form frame grade graft group guard guide hand hang harness harvest heat
  help host hunt issue join label land launch lead level lift light link list load lock log lower machine map mark market mask match measure milk mill mix
  model mount move note nurse offer open order outline pack package paint park patrol phone photograph pick pitch place plan plant plaster
  plate play plot plough polish position practice present press price print process programme program prompt purchase question quote race rake rank
  reason record report request rescue research respond review ride rig roast roll route run sail salt sample sand saw schedule score scout screen script seal search
  secure sense service set shape share shift show sign sketch smoke sound spray stack stage stain start state stock stop store strip structure style supply
  support survey sweep switch tack tag tan test thread tie tile touch trace track trade train transfer transport trap treat trench trim truss turn type update
  use value visit wash watch water weld wind wire work wrap`.split(/\s+/u),
);

/** Whether a word is an observable verb in its plain form. */
export const isObservable = (word: string): boolean => BASES.has(word.toLowerCase());
export const mayBeThing = (word: string): boolean => THINGS.has(word.toLowerCase());

/** Whether a word is an observable verb in any form: plans, planned, planning. */
export function isFormOfObservable(word: string): boolean {
  const low = word.toLowerCase();
  return plainForms(low).some((form) => BASES.has(form)) || IRREGULAR.has(low);
}

// Forms whose plain one no ending gives.
const IRREGULAR: ReadonlySet<string> = new Set(
  `built chose drew drawn drove driven fed felt found gave given grew grown held hung kept laid led left made met put rode ran said saw seen sent sewn shown
  sold spoke spoken sung swam swum taken taught thrown throws throw told took wove woven wrote written says say puts holds hears asks sends does goes`.split(
    /\s+/u,
  ),
);

function plainForms(word: string): readonly string[] {
  const forms = [word];
  const end = (ending: string, ...puts: readonly string[]): void => {
    if (word.length > ending.length + 1 && word.endsWith(ending))
      forms.push(...puts.map((put) => word.slice(0, -ending.length) + put));
  };
  end('ies', 'y');
  end('es', '', 'e');
  end('s', '');
  end('ied', 'y');
  end('ed', '', 'e');
  end('ing', '', 'e');
  const doubled = /^(.*[aeiou])([bdfgklmnprtz])\2(?:ed|ing)$/u.exec(word);
  if (doubled !== null) forms.push(`${doubled[1]}${doubled[2]}`);
  return forms;
}
