import { m } from '#lib/paraglide/messages.js';

/** Universal Dependencies' relations in words, universaldependencies.org/en/dep; a subtype says more after a colon. */
const relations: Record<string, () => string> = {
  root: m.method_relation_root,
  nsubj: m.method_relation_nsubj,
  'nsubj:pass': m.method_relation_nsubj_pass,
  'nsubj:outer': m.method_relation_nsubj_outer,
  obj: m.method_relation_obj,
  iobj: m.method_relation_iobj,
  csubj: m.method_relation_csubj,
  'csubj:pass': m.method_relation_csubj_pass,
  ccomp: m.method_relation_ccomp,
  xcomp: m.method_relation_xcomp,
  obl: m.method_relation_obl,
  'obl:agent': m.method_relation_obl_agent,
  'obl:tmod': m.method_relation_obl_tmod,
  'obl:unmarked': m.method_relation_obl_unmarked,
  advcl: m.method_relation_advcl,
  'advcl:relcl': m.method_relation_advcl_relcl,
  advmod: m.method_relation_advmod,
  aux: m.method_relation_aux,
  'aux:pass': m.method_relation_aux_pass,
  cop: m.method_relation_cop,
  mark: m.method_relation_mark,
  nmod: m.method_relation_nmod,
  'nmod:poss': m.method_relation_nmod_poss,
  'nmod:desc': m.method_relation_nmod_desc,
  'nmod:unmarked': m.method_relation_nmod_unmarked,
  appos: m.method_relation_appos,
  nummod: m.method_relation_nummod,
  acl: m.method_relation_acl,
  'acl:relcl': m.method_relation_acl_relcl,
  amod: m.method_relation_amod,
  det: m.method_relation_det,
  'det:predet': m.method_relation_det_predet,
  case: m.method_relation_case,
  fixed: m.method_relation_fixed,
  flat: m.method_relation_flat,
  compound: m.method_relation_compound,
  'compound:prt': m.method_relation_compound_prt,
  conj: m.method_relation_conj,
  cc: m.method_relation_cc,
  'cc:preconj': m.method_relation_cc_preconj,
  punct: m.method_relation_punct,
  parataxis: m.method_relation_parataxis,
  discourse: m.method_relation_discourse,
  vocative: m.method_relation_vocative,
  expl: m.method_relation_expl,
  list: m.method_relation_list,
  dislocated: m.method_relation_dislocated,
  goeswith: m.method_relation_goeswith,
  orphan: m.method_relation_orphan,
  reparandum: m.method_relation_reparandum,
  dep: m.method_relation_dep,
};

/** A relation in words; of a rare subtype what its main relation says; nothing when it is not known. */
export function relationWords(relation: string): string {
  return (relations[relation] ?? relations[relation.split(':')[0] ?? ''])?.() ?? '';
}

/** Universal Dependencies' parts of speech. */
const partsOfSpeech: Record<string, () => string> = {
  ADJ: m.method_pos_adj,
  ADP: m.method_pos_adp,
  ADV: m.method_pos_adv,
  AUX: m.method_pos_aux,
  CCONJ: m.method_pos_cconj,
  DET: m.method_pos_det,
  INTJ: m.method_pos_intj,
  NOUN: m.method_pos_noun,
  NUM: m.method_pos_num,
  PART: m.method_pos_part,
  PRON: m.method_pos_pron,
  PROPN: m.method_pos_propn,
  PUNCT: m.method_pos_punct,
  SCONJ: m.method_pos_sconj,
  SYM: m.method_pos_sym,
  VERB: m.method_pos_verb,
  X: m.method_pos_x,
};

/** A part of speech in words; nothing when it is not known. */
export function partOfSpeechWords(tag: string): string {
  return partsOfSpeech[tag]?.() ?? '';
}
