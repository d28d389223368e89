package org.yichuang.cases.api;

import java.util.List;

/**
 * How a case has come in.
 *
 * @param channel by which way; null of cases from before that was kept
 * @param channelName the same in Chinese, or null
 * @param representative who acts for the applicant, masked as the applicant, or null
 * @param beside numbers of cases of the applicant that went on for the same item
 * @param duplicateReason why it came all the same, or null
 * @param onlineReview its review where it came in online and the item asks for one; else null
 * @param special that it is handled specially; null where it is handled as any other
 * @param kinds of which kinds it is, as the centre calls them
 * @param visits how often somebody had to come; null of what came from the centre below, where they come
 * @param afterwards when it had come, where it was entered afterwards, without reason and proof for the applicant; else
 *     null
 * @param compared of which materials the originals were seen at the window, in order
 */
public record FilingView(
        CaseChannel channel,
        String channelName,
        Representative representative,
        List<String> beside,
        String duplicateReason,
        OnlineReviewView onlineReview,
        SpecialHandlingView special,
        KindsView kinds,
        VisitsView visits,
        Afterwards afterwards,
        List<ComparedView> compared) {
    public FilingView {
        compared = compared == null ? List.of() : List.copyOf(compared);
    }
}
