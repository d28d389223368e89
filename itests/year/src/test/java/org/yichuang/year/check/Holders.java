package org.yichuang.year.check;

import org.yichuang.catalogue.api.Stage.Action;

/**
 * Who has a case in a state.
 *
 * @param stages its road here
 * @param joint its branches
 * @param isTransferred whether it has come from below
 * @param stands whether its limits stand
 * @param examinedBy who has it where it is examined here
 */
record Holders(Stages stages, Joint joint, boolean isTransferred, boolean stands, String examinedBy) {
    /** Null where it is concluded here. */
    String of(String state) {
        return switch (state) {
            case "RECEIVED" -> "window";
            case "CORRECTING", "QUESTIONED" -> isTransferred ? "other-centre" : "applicant";
            case "FORWARDED" -> stands ? "procedure" : "other-centre";
            case "WITHDRAWING" -> "other-centre";
            case "ACCEPTED" -> stands ? "procedure" : examinedBy;
            case "GRANTED" -> grantedTo();
            default -> null;
        };
    }

    static String examinedBy(Joint joint, Stages stages, int place, boolean isVerified) {
        if (joint.isRaised() || joint.isAwaited()) {
            return joint.isRaised() ? "leader" : "department";
        }
        if (place < 0 || stages.here.isEmpty()) {
            return "section";
        }
        boolean isDecided = stages.here.get(place).action() == Action.DECIDE;
        return isDecided && (isVerified || !stages.isExamined) ? "leader" : "section";
    }

    private String grantedTo() {
        if (stages.isIssuedHere || !isTransferred && stages.isDecidedHere()) {
            return "window"; // also what would have been made out further below, where it was not handed in
        }
        return isTransferred ? null : "other-centre";
    }
}
