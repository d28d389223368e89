package org.yichuang.fees.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.kernel.api.ProblemException;

/** A treasury with books of its own, whose answers get lost, or which takes nothing. */
final class PlayedTreasury implements CodePort {
    static final String WORD = "played";

    /** What it knows, by the names of the orders. */
    final Map<String, PaymentOrder> orders = new HashMap<>();

    /** The codes that it has given, by the names of the orders. */
    final Map<String, String> codes = new HashMap<>();

    /** Whether its answers get lost. */
    boolean isSilent;

    /** The demands of which it hears nothing. */
    final Set<String> unheard = new HashSet<>();

    /** What breaks where it is called; null for nothing. */
    RuntimeException broken;

    /** Why it takes nothing; empty where it does. */
    String reason = "";

    /** The code that it gives whoever asks; empty for another one each. */
    String always = "";

    int asked;

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public synchronized String tell(PaymentOrder order) throws IOException {
        asked++;
        if (broken != null) {
            throw broken;
        }
        if (unheard.contains(order.number())) {
            throw new IOException("It hears nothing");
        }
        if (!reason.isEmpty()) {
            throw ProblemException.of(FeeError.CODE_REFUSED, reason);
        }
        orders.put(order.request(), order);
        String code = codes.computeIfAbsent(
                order.request(), request -> always.isEmpty() ? String.format("9%019d", codes.size() + 1) : always);
        if (isSilent) {
            throw new IOException("The answer is lost");
        }
        return code;
    }
}
