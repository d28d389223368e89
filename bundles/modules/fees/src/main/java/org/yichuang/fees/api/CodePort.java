package org.yichuang.fees.api;

import java.io.IOException;
import org.yichuang.kernel.api.ProblemException;

/**
 * Whiteboard: the way to a treasury that gives codes of payment (赋码) and keeps what is to be paid by them. A centre
 * names the one it uses by its word ({@code policy.fees.code-port}).
 */
public interface CodePort {
    /** By what centres name it, e.g. {@code http}. */
    String word();

    /**
     * Tells the treasury what is to be paid. The first time it gives a code; the same request has the same code for
     * ever, whatever is told of it afterwards and however often. Of what is told of a request the highest {@link
     * PaymentOrder#version} holds: two may be on their way at once, and a lower one that comes later changes nothing.
     * Called outside of transactions; an answer that takes
     * longer than a few seconds is given up.
     *
     * @return the code, 20 digits; empty where nothing is to be paid by the order and the treasury has given none
     * @throws IOException where nobody knows what has become of it: it is told again; its message is shown to operators
     *     and is without secrets
     * @throws ProblemException {@code code-refused} with the treasury's own words
     */
    String tell(PaymentOrder order) throws IOException;
}
