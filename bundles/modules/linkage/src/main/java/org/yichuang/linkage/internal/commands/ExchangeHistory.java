package org.yichuang.linkage.internal.commands;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.MessageHistory;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;

/** What the exchange carries, for those who follow an aggregate over its centres. */
public class ExchangeHistory implements MessageHistory {
    private final Exchange exchange;

    public ExchangeHistory(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public List<SentMessage> of(String module, String aggregateId, CallContext context) {
        return exchange.ofAggregate(module, aggregateId, context).stream()
                .map(ExchangeHistory::sent)
                .toList();
    }

    private static SentMessage sent(ExchangeMessage message) {
        Optional<Delivery> delivery = Optional.ofNullable(message.receipt())
                .map(receipt -> new Delivery(receipt.receivedAt(), receipt.words(), receipt.keyId()));
        return new SentMessage(
                message.id(),
                message.type(),
                message.sender(),
                message.receiver(),
                message.state(),
                message.createdAt(),
                message.lastError(),
                delivery);
    }
}
