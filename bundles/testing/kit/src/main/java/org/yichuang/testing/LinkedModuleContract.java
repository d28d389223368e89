package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * What every {@link LinkedModule} keeps: it takes what it sent itself, with everything in the one transaction that it
 * is given, or with nothing. A module extends this class with a message of its own.
 */
public abstract class LinkedModuleContract {
    /** The world of the module, which is empty. */
    protected ModuleTransactions world;

    private ModuleTransactions.Sent sent;

    /** Opens the module's world, and makes what it stands on in it. */
    protected abstract ModuleTransactions open();

    /** The module. */
    protected abstract LinkedModule module();

    /** Does what sends one message to another centre. */
    protected abstract void send();

    /** Returns what is seen of the rows of all centres, in an order of its own. */
    protected abstract List<String> rows();

    /** A call of the platform at a centre, now. */
    protected abstract CallContext call(TenantId tenant);

    /** Opens the world and sends the message. */
    @Before
    public void begin() {
        world = open();
        send();
        assertEquals("one message", 1, world.messages().size());
        sent = world.messages().get(0);
    }

    /** Leaves the world to the next. */
    @After
    public void end() {
        world.close();
    }

    private OutgoingMessage message() {
        return sent.message();
    }

    private Incoming incoming() {
        String payload = module().payload(sent.sender(), message());
        return new Incoming(
                message().id(),
                sent.sender(),
                message().aggregateId(),
                message().sequence(),
                message().type(),
                payload);
    }

    private List<Attachment> attachments() {
        List<Attachment> files = module().attachments(sent.sender(), incoming().payload());
        TenantId receiver = new TenantId(message().receiver());
        Set<String> all = files.stream().map(Attachment::sha256).collect(Collectors.toSet());
        Set<String> missing = module().missing(receiver, all);
        files.stream().filter(file -> missing.contains(file.sha256())).forEach(file -> module().keep(
                        receiver, file.content().read()));
        assertEquals("what was carried ahead is held", Set.of(), module().missing(receiver, all));
        return files;
    }

    private String receive(Incoming incoming, List<Attachment> attachments, Consumer<UnitOfWork> afterwards) {
        return world.write(call(new TenantId(message().receiver())), String.class, unit -> {
            int begun = world.begun();
            String words = module().receive(incoming, attachments, unit);
            assertEquals("it opens no transaction of its own", begun, world.begun());
            afterwards.accept(unit);
            return words;
        });
    }

    @Test
    public void itSaysWhoseMessagesItsTopicCarries() {
        assertTrue(module().module(), TenantId.isWellFormed(module().module()));
        assertTrue(module().topic(), module().topic().matches("[a-z][a-z0-9-]{0,39}"));
        assertEquals(
                "what it sends is of its topic", module().topic(), message().topic());
        assertNotEquals("and goes elsewhere", sent.sender().value(), message().receiver());
    }

    @Test
    public void whatItSentItTakesAndSaysSo() {
        List<Attachment> attachments = attachments();
        List<String> before = rows();

        String words = receive(incoming(), attachments, unit -> {});

        assertNotEquals(before, rows());
        assertFalse("words for the receipt", words.isBlank());
    }

    @Test
    public void whatIsUndoneIsUndoneWhole() {
        Incoming incoming = incoming();
        List<Attachment> attachments = attachments();
        List<String> before = rows();

        assertThrows(
                IllegalStateException.class,
                () -> receive(incoming, attachments, unit -> {
                    throw new IllegalStateException("the carrier could not note it");
                }));

        assertEquals(before, rows());
        receive(incoming, attachments, unit -> {});
        assertNotEquals("it comes again", before, rows());
    }

    @Test
    public void whatBecomesOfAMessageTakesEffectWithTheTransactionThatSaysSo() {
        List<String> before = rows();
        for (Consumer<UnitOfWork> news : List.<Consumer<UnitOfWork>>of(
                unit -> module().receipted(message(), "taken", unit), unit -> module().parked(message(), "no", unit))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> world.write(call(sent.sender()), Void.class, unit -> {
                        int begun = world.begun();
                        news.accept(unit);
                        assertEquals("it opens no transaction of its own", begun, world.begun());
                        throw new IllegalStateException("undone");
                    }));
            assertEquals(before, rows());
        }
    }

    @Test
    public void whatWaitsIsReadTheSameHoweverOftenItIsTried() {
        assertEquals(incoming(), incoming());
        assertEquals(
                attachments().stream().map(Attachment::sha256).toList(),
                attachments().stream().map(Attachment::sha256).toList());
    }
}
