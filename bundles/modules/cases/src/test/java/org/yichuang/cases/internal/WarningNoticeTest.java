package org.yichuang.cases.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** The words in which somebody is told that a last day is near, or has passed. */
public class WarningNoticeTest {
    @Test
    public void everyMessageNamesTheCaseTheLimitAndTheDayInBothLanguages() {
        Map<String, String> facts = Map.of(
                WarningNotice.ITEM,
                "事项",
                WarningNotice.NUMBER,
                "C1",
                WarningNotice.DEPARTMENT,
                "住建局",
                WarningNotice.CLOCK,
                "pre-review",
                WarningNotice.DAY,
                "2026-09-16",
                WarningNotice.CENTRE,
                "烟台市政务服务中心");
        for (WarningNotice notice : WarningNotice.values()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                String body = notice.write(Channel.INBOX, language, facts).body();
                assertTrue(body, body.contains("C1") && body.contains("2026-09-16"));
                assertFalse(body, body.contains("{"));
            }
            assertTrue(notice.write(Channel.INBOX, Locale.SIMPLIFIED_CHINESE, facts)
                    .body()
                    .contains("初审时限"));
        }
    }
}
