package org.yichuang.year.check;

/** Whether a case has been examined and verified: what is accepted, comes late or comes back is examined anew. */
final class Examined {
    private boolean isVerified;

    void take(Entry entry) {
        switch (entry.event()) {
            case "examined" -> isVerified = entry.detail("examination").equals("VERIFICATION")
                    && !entry.detail("recommendation").equals("RETURN");
            case "transferred",
                    "accepted",
                    "deemed-accepted",
                    "taken-up-again",
                    "answered",
                    "upper-returned" -> isVerified = false;
            case "supplied" -> isVerified &= !entry.detail("state").equals("ACCEPTED");
            default -> {
                // leaves it where it is
            }
        }
    }

    boolean isVerified() {
        return isVerified;
    }
}
