package org.yichuang.journal.api;

/**
 * A message that leaves after the commit.
 *
 * @param id unique for ever; also the receiver's inbox key
 * @param topic who carries it, e.g. {@code linkage}
 * @param receiver the receiving tenant's id
 * @param aggregateId the sender's aggregate: messages of one aggregate to one receiver keep their order
 * @param sequence grows within aggregate and receiver
 * @param type what it is, e.g. {@code forward}
 * @param payload JSON, or what the module's {@link LinkedModule#payload} makes JSON of when it travels; empty once it
 *     has been delivered
 * @param form in which form it is written, as {@link LinkedModule#form} counts them: a container whose release reads
 *     only earlier ones leaves it to another; 0 where every release reads it
 */
public record OutgoingMessage(
        String id,
        String topic,
        String receiver,
        String aggregateId,
        long sequence,
        String type,
        String payload,
        int form) {
    /** One that every release reads. */
    public OutgoingMessage(
            String id, String topic, String receiver, String aggregateId, long sequence, String type, String payload) {
        this(id, topic, receiver, aggregateId, sequence, type, payload, 0);
    }
}
