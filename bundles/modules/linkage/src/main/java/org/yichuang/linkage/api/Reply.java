package org.yichuang.linkage.api;

import java.util.List;
import java.util.Objects;

/**
 * What the receiving end answers to an envelope: one of the two.
 *
 * @param receipt when it has been received, now or before; else null
 * @param refusal when it has not; else null
 * @param wants digests of the files that it waits for, in the order in which they are wanted; null where it waits for
 *     none
 */
public record Reply(Receipt receipt, Refusal refusal, List<String> wants) {
    public Reply {
        wants = wants == null ? null : wants.stream().filter(Objects::nonNull).toList();
    }

    /** One that waits for no files. */
    public Reply(Receipt receipt, Refusal refusal) {
        this(receipt, refusal, null);
    }

    /** Tells whether it waits for files; one with a receipt waits for nothing. */
    public boolean wantsFiles() {
        return receipt == null && refusal != null && wants != null && !wants.isEmpty();
    }

    /** It has been received. */
    public static Reply received(Receipt receipt) {
        return new Reply(receipt, null);
    }

    /** It has not. */
    public static Reply refused(Refusal refusal) {
        return new Reply(null, refusal);
    }

    /** It has not, before some files that it names are here. */
    public static Reply wanting(Refusal refusal, List<String> wants) {
        return new Reply(null, refusal, List.copyOf(wants));
    }

    /**
     * Why a message was not taken.
     *
     * @param code the stable name, e.g. {@code signature-invalid}
     * @param zh a sentence in Chinese
     * @param en the same in English
     * @param lasting whether the one who refuses holds that trying again cannot help; the sender judges by the code
     * @param messageId the message, as far as it could be read, else null
     * @param sender the centre that sent it, likewise
     */
    public record Refusal(String code, String zh, String en, boolean lasting, String messageId, String sender) {
        /** Of a message that both ends have before them. */
        public Refusal(String code, String zh, String en, boolean lasting) {
            this(code, zh, en, lasting, null, null);
        }
    }
}
