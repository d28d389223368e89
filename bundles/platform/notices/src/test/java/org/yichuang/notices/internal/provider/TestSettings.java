package org.yichuang.notices.internal.provider;

import java.util.Hashtable;
import java.util.Map;

/** Settings as an operator writes them, for servers on this machine. */
public final class TestSettings {
    private TestSettings() {}

    /** The settings, with some set otherwise. */
    public static NoticeSettings of(Map<String, ?> given) {
        Hashtable<String, Object> all = new Hashtable<>(Map.of(
                "mail.host", "localhost",
                "mail.security", "none",
                "mail.from", "centre@haiyang.example",
                "sms.host", "localhost",
                "sms.security", "none",
                "sms.system", "yichuang",
                "sms.sender", "12345",
                "connect.timeout", "PT30S",
                "answer.timeout", "PT30S"));
        all.putAll(given);
        NoticeSettings settings = new NoticeSettings(null);
        settings.updated(all);
        return settings;
    }

    static Parcel parcel(String to) {
        return new Parcel("01HZ0000000000000000A1", "领取通知", "张𠮷明：食品经营许可已办好。\n请来领取。", to, "", "海阳市政务服务中心");
    }
}
