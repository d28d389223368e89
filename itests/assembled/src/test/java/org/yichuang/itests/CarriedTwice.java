package org.yichuang.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/**
 * Of the letters and answers that a broker carries one in ten is carried a second time, up to half a minute later: to
 * somebody who has long taken it, is down, or comes back from its copy. It dies with the broker and comes back with it.
 */
final class CarriedTwice implements AutoCloseable {
    /** Of how many one is carried again. */
    private static final int ONE_OF = 10;

    private static final int LATER_MILLIS = 30_000;

    private static final String COPIES = "copies";
    private static final String IS_COPY = "yichuangTestCopy";
    private static final String FROM = "_AMQ_ORIG_ADDRESS";
    private static final String OF_THE_BROKER = "_AMQ_";

    private final String url;
    private final List<Copy> copies = new ArrayList<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Thread thread = new Thread(this::work, "carried-twice");
    private volatile boolean isOver;

    /** @param url of a broker that works by {@link #configuration} */
    CarriedTwice(String url) {
        this.url = url;
        thread.setDaemon(true);
        thread.start();
    }

    /** What a broker has to be told so that copies can be taken of what goes to these centres. */
    static Path configuration(Path example, Path target, Iterable<String> centres) throws IOException {
        StringBuilder diverts = new StringBuilder("<diverts>");
        for (String centre : centres) {
            diverts.append("<divert name=\"copies-")
                    .append(centre)
                    .append("\"><address>yichuang.")
                    .append(centre)
                    .append("</address><forwarding-address>")
                    .append(COPIES)
                    .append("</forwarding-address><filter string=\"")
                    .append(IS_COPY)
                    .append(" IS NULL\"/><exclusive>false</exclusive></divert>");
        }
        diverts.append("</diverts></core>");
        String text = Files.readString(example);
        if (!text.contains("</core>")) {
            throw new IllegalStateException(example + " is no configuration of a broker");
        }
        return Files.writeString(target, text.replace("</core>", diverts));
    }

    /** How many have been carried. */
    int seen() {
        return seen.get();
    }

    /** How many of them a second time. */
    int again() {
        return again.get();
    }

    private void work() {
        while (!isOver) {
            try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
                    ClientSessionFactory factory = locator.createSessionFactory();
                    ClientSession session = factory.createSession(true, true)) {
                carry(session);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) { // so the client declares it; the broker is down
                pause();
            }
        }
    }

    private void carry(ClientSession session) throws ActiveMQException, InterruptedException {
        if (!session.queueQuery(SimpleString.of(COPIES)).isExists()) {
            session.createQueue(QueueConfiguration.of(COPIES).setRoutingType(RoutingType.ANYCAST));
        }
        ClientConsumer consumer = session.createConsumer(COPIES);
        ClientProducer producer = session.createProducer();
        session.start();
        while (!isOver && !session.isClosed()) {
            ClientMessage message = consumer.receive(100);
            if (message != null) {
                take(message);
            }
            for (Iterator<Copy> each = copies.iterator(); each.hasNext(); ) {
                Copy copy = each.next();
                if (copy.dueAt < System.nanoTime()) {
                    producer.send(copy.address, copy.message(session));
                    again.incrementAndGet();
                    each.remove();
                }
            }
        }
    }

    private void take(ClientMessage message) throws ActiveMQException {
        if (seen.incrementAndGet() % ONE_OF == 0) {
            copies.add(Copy.of(message));
        }
        message.acknowledge();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
    }

    private record Copy(String address, byte type, Map<String, Object> properties, byte[] body, long dueAt) {
        static Copy of(ClientMessage message) {
            Map<String, Object> properties = new HashMap<>();
            for (SimpleString name : message.getPropertyNames()) {
                if (!name.toString().startsWith(OF_THE_BROKER)) {
                    properties.put(name.toString(), message.getObjectProperty(name));
                }
            }
            properties.put(IS_COPY, true);
            byte[] body = new byte[message.getBodySize()];
            message.getBodyBuffer().readBytes(body);
            long later =
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(LATER_MILLIS));
            return new Copy(
                    message.getStringProperty(FROM), message.getType(), properties, body, System.nanoTime() + later);
        }

        ClientMessage message(ClientSession session) {
            ClientMessage message = session.createMessage(type, true);
            properties.forEach(message::putObjectProperty);
            message.getBodyBuffer().writeBytes(body);
            return message;
        }
    }
}
