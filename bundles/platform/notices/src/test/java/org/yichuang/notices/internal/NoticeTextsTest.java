package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTemplate.Text;
import org.yichuang.notices.api.NoticeTexts.Place;
import org.yichuang.notices.api.NoticeTexts.Version;

/** The centre's own words. */
public class NoticeTextsTest extends NoticeContract {
    private static final Place INBOX = new Place("cases", "ready", Channel.INBOX);

    @Test
    public void aCentresOwnWordsAreInForceFromThenOnAndNamedByTheirVersion() {
        ask("1");
        texts.put(INBOX, new Text("领证", "{name}您好，请来领取{item}。"), manager());
        ask("2");
        texts.put(INBOX, new Text("", ""), manager());
        ask("3");

        assertEquals(List.of(0, 1, 0), List.of(version("1"), version("2"), version("3")));
        assertEquals(
                List.of("张晓明：食品经营许可已办好", "张晓明您好，请来领取食品经营许可。", "张晓明：食品经营许可已办好"),
                inbox.list(PageRequest.of(null, null), zhang()).items().stream()
                        .sorted((one, other) -> one.about().compareTo(other.about()))
                        .map(message -> message.body())
                        .toList());
        assertEquals(
                List.of(2, 1, 0),
                texts.versions(INBOX, manager()).stream().map(Version::version).toList());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    private int version(String number) {
        return view(number, Channel.INBOX).textVersion();
    }

    @Test
    public void aPreviewShowsHowItReadsAndChangesNothing() {
        Place place = new Place("cases", "ready", Channel.SMS);

        assertEquals(
                "【海阳市政务服务中心】请来领取item。",
                texts.preview(place, new Text("", "请来领取{item}。"), manager()).body());
        assertEquals(
                "【海阳市政务服务中心】name：item已办好",
                texts.preview(place, new Text("", ""), manager()).body());
        assertEquals(1, texts.versions(place, manager()).size());
        assertEquals(
                "{name}：{item}已办好",
                texts.versions(place, manager()).get(0).text().body());
    }

    @Test
    public void whoeverHasNotSeenTheNewestTextReplacesNone() {
        CallContext seen = manager();
        CallContext first = new CallContext(HAIYANG, seen.actor(), seen.at(), "r", Optional.empty(), Optional.of(0L));
        texts.put(INBOX, new Text("", "请来领取{item}。"), first);

        assertEquals("precondition-failed", codeOf(() -> texts.put(INBOX, new Text("", "{item}"), first)));
        assertEquals(1, texts.versions(INBOX, manager()).get(0).version());
    }

    @Test
    public void aPlaceIsReadAsItIsWritten() {
        assertEquals(INBOX, Place.parse(INBOX.word()));
        for (String none : List.of("", "cases", "cases.ready", "cases.ready.fax", "cases.ready.inbox.more")) {
            assertEquals("template-unknown", codeOf(() -> Place.parse(none)));
        }
    }

    @Test
    public void aTextThatNamesWhatNobodySaysIsRefused() {
        assertEquals("fields-invalid", codeOf(() -> texts.put(INBOX, new Text("", "{phone}"), manager())));
        assertEquals("fields-invalid", codeOf(() -> texts.put(INBOX, new Text("a\nb", "{item}"), manager())));
        assertEquals("fields-invalid", codeOf(() -> texts.put(INBOX, new Text("", "x".repeat(1_001)), manager())));
        assertEquals("not-allowed", codeOf(() -> texts.put(INBOX, new Text("", "x"), zhang())));
        assertEquals(
                "template-unknown",
                codeOf(() -> texts.versions(new Place("cases", "other", Channel.INBOX), manager())));
    }
}
