/*
 * The letters between a county and a city, as small as they can be: outbox, wire, inbox and receipt, and a withdrawal
 * that crosses a decision. A step is what one transaction commits, or what the wire does. A container that dies loses
 * what is on the wire, and nothing else: that is what the steps of losing stand for.
 */
module exchange

/** What one end writes to the other; the one before it in its case must have arrived. */
abstract sig Letter { behind: lone Letter }
one sig Forward, Withdraw, Decision, Cancelled extends Letter {}

/** Outbox: what is written, and what of it is receipted. */
var sig Written, Delivered in Letter {}
/** On the wire: copies of letters, and receipts. */
var sig Flying, Answered in Letter {}
/** At the receiver: the inbox, and what has had its effect once, and a second time. */
var sig Noted, Once, Twice in Letter {}

enum Phase { Absent, Open, Withdrawing, Decided, Withdrawn }
abstract sig End { var phase: one Phase }
one sig County, City extends End {}

/** The defects that are put in; a check says which there are. */
enum Defect { NoInbox, Overtaking, NoReceipt }
sig Present in Defect {}

fact order {
  behind = Withdraw -> Forward
}

fact beginning {
  no Written and no Delivered and no Flying and no Answered and no Noted and no Once and no Twice
  phase = End -> Absent
}

/* What stays as it is */
pred outboxStays { Written' = Written and Delivered' = Delivered }
pred wireStays { Flying' = Flying and Answered' = Answered }
pred receiverStays { Noted' = Noted and Once' = Once and Twice' = Twice }
pred phasesStay { phase' = phase }

/* Somebody acts: the letter is written in the transaction of the step */
pred submits {
  County.phase = Absent
  phase' = phase ++ County -> Open
  Written' = Written + Forward and Delivered' = Delivered
  wireStays and receiverStays
}

pred withdraws {
  County.phase = Open
  phase' = phase ++ County -> Withdrawing
  Written' = Written + Withdraw and Delivered' = Delivered
  wireStays and receiverStays
}

pred decides {
  City.phase = Open
  phase' = phase ++ City -> Decided
  Written' = Written + Decision and Delivered' = Delivered
  wireStays and receiverStays
}

/* The relay */
pred mayLeave[l: Letter] {
  l in Written - Delivered
  l.behind in Delivered or Overtaking in Present
}

pred leaves[l: Letter] {
  mayLeave[l]
  Flying' = Flying + l and Answered' = Answered
  Written' = Written
  Delivered' = (NoReceipt in Present implies Delivered + l else Delivered)
  receiverStays and phasesStay
}

pred receipted[l: Letter] {
  l in Answered
  Delivered' = Delivered + l and Written' = Written
  Answered' = Answered - l and Flying' = Flying
  receiverStays and phasesStay
}

/* The wire: what is on it may be lost; a copy that arrives may stay, and so arrive again */
pred lost[l: Letter] {
  l in Flying + Answered
  (Flying' = Flying - l and Answered' = Answered) or (Flying' = Flying and Answered' = Answered - l)
  outboxStays and receiverStays and phasesStay
}

/* The receiver: inbox, effect and what the effect writes are one transaction; then the receipt leaves */
pred arrives[l: Letter] {
  l in Flying
  Flying' in Flying and Flying - l in Flying'
  Answered' = Answered + l
  Delivered' = Delivered
  (l in Noted and NoInbox not in Present) implies {
    receiverStays and phasesStay and Written' = Written
  }
  else {
    Noted' = Noted + l
    Once' = Once + l
    Twice' = (l in Once implies Twice + l else Twice)
    takesEffect[l]
  }
}

pred takesEffect[l: Letter] {
  l = Forward implies (phase' = phase ++ City -> Open and Written' = Written)
  l = Withdraw implies (City.phase = Open
    implies (phase' = phase ++ City -> Withdrawn and Written' = Written + Cancelled)
    else (phase' = phase and Written' = Written))
  l = Decision implies (phase' = phase ++ County -> Decided and Written' = Written)
  l = Cancelled implies (phase' = phase ++ County -> Withdrawn and Written' = Written)
}

pred nothing { outboxStays and wireStays and receiverStays and phasesStay }

pred step {
  submits or withdraws or decides or nothing
  or (some l: Letter | leaves[l] or receipted[l] or lost[l] or arrives[l])
}

fact life { always step }

/* What is tried often enough happens: the relay does not give up, the wire lets something pass now and then, the city
   decides in the end */
pred patient {
  all l: Letter {
    (always eventually mayLeave[l]) implies always eventually leaves[l]
    (always eventually l in Flying) implies always eventually (l in Flying and arrives[l])
    (always eventually l in Answered) implies always eventually receipted[l]
  }
  (eventually always City.phase = Open) implies always eventually decides
}

pred sound { no Present }

/* The promises */
pred onceOnly { always no Twice }
pred inOrder { always (Withdraw in Once implies Forward in Once) }
pred oneAnswer { always not (Decision + Cancelled in Written) }
pred nothingLost { always (all l: Delivered | l in Once) }
pred bothAgree {
  always ((some Written and Written in Delivered and City.phase in Decided + Withdrawn) implies County.phase = City.phase)
}
pred comesToAnEnd { (eventually some Written) implies eventually (Written in Delivered and County.phase in Decided + Withdrawn) }

EachLetterHasItsEffectOnce: check { sound implies onceOnly } for 3 but 1..12 steps
LettersKeepTheirOrder: check { sound implies inOrder } for 3 but 1..12 steps
AWithdrawalThatCrossesADecisionHasOneAnswer: check { sound implies oneAnswer } for 3 but 1..12 steps
WhatIsReceiptedHasHadItsEffect: check { sound implies nothingLost } for 3 but 1..12 steps
BothEndsAgree: check { sound implies bothAgree } for 3 but 1..12 steps
NothingIsStuck: check { (sound and patient) implies comesToAnEnd } for 3 but 1..12 steps

/* It can all happen: else the promises would be kept by nothing happening */
AWithdrawalIsCancelled: run { sound and eventually (Cancelled in Delivered and County.phase = Withdrawn) } for 3 but 1..12 steps
WithPatienceACaseComesToItsEnd: run { sound and patient and eventually (County.phase = Decided and Written in Delivered) } for 3 but 1..12 steps
AWithdrawalComesTooLate: run { sound and eventually (Withdraw in Once and County.phase = Decided) } for 3 but 1..12 steps

/* Each defect is found */
WithoutInbox: check { (Present = NoInbox) implies onceOnly } for 3 but 1..12 steps
WithOvertaking: check { (Present = Overtaking) implies inOrder } for 3 but 1..12 steps
WithoutReceipt: check { (Present = NoReceipt) implies nothingLost } for 3 but 1..12 steps
WithoutReceiptStuck: check { (Present = NoReceipt and patient) implies comesToAnEnd } for 3 but 1..12 steps
WithoutPatience: check { sound implies comesToAnEnd } for 3 but 1..12 steps
