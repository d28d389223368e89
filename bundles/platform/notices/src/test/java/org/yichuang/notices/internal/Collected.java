package org.yichuang.notices.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.notices.api.NoticeService.Request;
import org.yichuang.notices.api.NoticeTemplate;

/** A template as a module gives it. */
class Collected implements NoticeTemplate {
    static final String NAME = "张晓明";

    static Request about(String number) {
        return new Request("cases", "ready", "case", number, "zhang", Map.of("name", NAME, "item", "食品经营许可"));
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public String kind() {
        return "ready";
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.INBOX, Channel.MAIL, Channel.SMS);
    }

    @Override
    public Duration oldest() {
        return Duration.ofDays(2);
    }

    @Override
    public Set<String> facts() {
        return Set.of("name", "item");
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        return new Text(facts.get("item"), facts.get("name") + "：" + facts.get("item") + "已办好");
    }
}
