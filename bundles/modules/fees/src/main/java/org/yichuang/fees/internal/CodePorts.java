package org.yichuang.fees.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.kernel.api.ForeignCode;

/**
 * The ways to treasuries, of which others may have written some.
 *
 * @param ports those that there are at the moment
 */
record CodePorts(List<CodePort> ports) {
    /**
     * What a port has answered.
     *
     * @param code empty where it has given none
     * @param failure why there is no answer, null where there is one
     */
    record Said(String code, Throwable failure) {
        Said {
            code = code == null ? "" : code;
        }

        static Said nothing(Throwable failure) {
            return new Said("", failure);
        }
    }

    /** The one of a word. */
    Optional<CodePort> find(String word) {
        return ports.stream().filter(port -> port.word().equals(word)).findFirst();
    }

    /** Tells the treasury of an order by the port of a word. */
    Said ask(String word, PaymentOrder order) {
        Optional<CodePort> port = find(word);
        if (port.isEmpty()) {
            return Said.nothing(new IOException("there is no port \"" + word + "\" to a treasury"));
        }
        return ForeignCode.call(() -> said(port.get(), order), Said::nothing);
    }

    private static Said said(CodePort port, PaymentOrder order) {
        try {
            return new Said(port.tell(order), null);
        } catch (IOException e) {
            return Said.nothing(e);
        }
    }
}
