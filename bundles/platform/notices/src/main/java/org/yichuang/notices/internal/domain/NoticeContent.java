package org.yichuang.notices.internal.domain;

/**
 * What a message says and where it goes: personal data, encrypted in the database.
 *
 * @param subject empty where the channel has none
 * @param body plain text
 * @param address the mail address or number; empty for the inbox
 */
public record NoticeContent(String subject, String body, String address) {
    /** The same to another address. */
    public NoticeContent to(String other) {
        return new NoticeContent(subject, body, other);
    }
}
