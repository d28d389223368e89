package org.yichuang.linkage.internal.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.CentreEndpoints;
import org.yichuang.linkage.internal.DeliveryRecorder;
import org.yichuang.linkage.internal.FileCarrier;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.WrittenFile;

/**
 * The way of files to another deployment: its answer to a message says which it lacks, those go one by one, and then
 * the message goes again. On threads of their own, those of one letter at a time to one receiver: letters do not wait
 * for them, nor other receivers.
 */
public class FileRoutes extends RouteBuilder {
    /** What says that a body is a file. */
    static final String FILE = "file";

    private static final String POOL = "linkage-files";
    /** To so many receivers they go at a time. */
    private static final int AT_A_TIME = 8;

    private static final int QUEUED = 1_000;

    private static final String PENDING = "linkagePending";
    private static final String ENDPOINT = "linkageEndpoint";
    /** How long a body is that is read as it goes: a transport that has to say so first looks here. */
    private static final String LENGTH = "yichuangLength";
    /** Why a file was left out, null for none. */
    private static final String LEFT = "linkageLeft";

    private static final String TO_ENDPOINT = "${exchangeProperty." + ENDPOINT + "}";
    private static final int ENDPOINTS_KEPT = 256;

    private final Receiver receiver;
    private final DeliveryRecorder recorder;
    private final FileCarrier files;
    private final CentreEndpoints endpoints;
    private final Settings.Values settings;

    /** Works with the settings of the moment. */
    public FileRoutes(
            Receiver receiver,
            DeliveryRecorder recorder,
            FileCarrier files,
            CentreEndpoints endpoints,
            Settings.Values settings) {
        this.receiver = receiver;
        this.recorder = recorder;
        this.files = files;
        this.endpoints = endpoints;
        this.settings = settings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        getContext()
                .getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(POOL)
                        .poolSize(AT_A_TIME)
                        .maxPoolSize(AT_A_TIME)
                        .maxQueueSize(QUEUED)
                        .build());

        from("direct:linkage-files")
                .routeId("linkage-files")
                .doTry()
                .process(this::open)
                .split(body())
                .stopOnException()
                .process(this::write)
                .filter(body().isNotNull())
                .removeHeaders("*")
                .setHeader(LinkageRoutes.KIND, constant(FILE))
                .toD(TO_ENDPOINT, ENDPOINTS_KEPT)
                .id("linkage-file-over")
                .process(this::over)
                .process(exchange -> endpoints.worked(receiver(pending(exchange))))
                .end()
                .end()
                .process(this::end)
                .endDoTry()
                .doCatch(Exception.class)
                .process(this::fail)
                .end();

        from("direct:linkage-wanted") // an answer that says which files it waits for
                .routeId("linkage-wanted")
                .choice()
                .when(this::begins)
                .wireTap("direct:linkage-files")
                .executorService(POOL)
                .endChoice()
                .otherwise()
                .to("direct:linkage-receipt") // noted, and looked at again later
                .end();

        from("direct:linkage-file") // from another deployment
                .routeId("linkage-file")
                .doTry()
                .process(this::keep)
                .doCatch(ProblemException.class)
                .onWhen(exchange -> !isLeftOnItsQueue(exchange))
                .log(LoggingLevel.WARN, "A file is left out: ${exception.message}")
                .end();
    }

    private boolean begins(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        Pending found = recorder.find(reply).orElse(null);
        boolean begins = found != null
                && endpoints.isElsewhere(receiver(found))
                && !endpoints.shut().contains(receiver(found))
                && files.begin(reply, found);
        if (begins) {
            exchange.setProperty(PENDING, found);
        }
        return begins;
    }

    private void open(Exchange exchange) {
        Pending pending = pending(exchange);
        exchange.setProperty(
                ENDPOINT,
                endpoints.elsewhere(receiver(pending), settings.answerLife()).orElseThrow());
        exchange.setProperty(LEFT, new Left());
        exchange.getMessage().setBody(files.wanted(exchange.getMessage().getBody(Reply.class), pending));
    }

    /** One that is not given out holds up none behind it. */
    private void write(Exchange exchange) throws IOException {
        Attachment file = exchange.getMessage().getBody(Attachment.class);
        try {
            FileCarrier.Written written = files.written(file, pending(exchange));
            left(exchange).going = written.content();
            exchange.setProperty(LENGTH, written.length());
            exchange.getMessage().setBody(written.body());
        } catch (ProblemException e) {
            left(exchange).why = e;
            exchange.getMessage().setBody(null);
        }
    }

    private void over(Exchange exchange) throws IOException {
        left(exchange).going.close();
        left(exchange).going = null;
    }

    private void end(Exchange exchange) {
        ProblemException left = left(exchange).why;
        if (left != null) {
            throw left;
        }
        files.ended(pending(exchange));
    }

    private void fail(Exchange exchange) {
        Pending pending = pending(exchange);
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        RuntimeException unread = unread(exchange);
        Throwable ofTheWay =
                caught instanceof CamelExchangeException && caught.getCause() != null ? caught.getCause() : caught;
        Throwable why = unread == null ? ofTheWay : unread;
        boolean isForeign = why instanceof SSLPeerUnverifiedException;
        if (why instanceof IOException && !isForeign && !LinkageRoutes.isOnlySlow(why)) {
            endpoints.failed(receiver(pending));
        }
        files.failed(pending);
        recorder.failed(pending, isForeign ? Receiver.foreign(pending.tenant().value()) : why);
    }

    /** Whether it was the file that could not be read here, and not the way: null where it was not. */
    private static RuntimeException unread(Exchange exchange) {
        Left left = left(exchange);
        if (left == null || left.going == null) {
            return null;
        }
        RuntimeException failure = left.going.failure(); // before it is closed, by which its writer fails as well
        try {
            left.going.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failure;
    }

    private static Left left(Exchange exchange) {
        return exchange.getProperty(LEFT, Left.class);
    }

    private void keep(Exchange exchange) throws IOException, InvalidPayloadException {
        FileCarrier.Read read = FileCarrier.read(exchange.getMessage().getMandatoryBody(InputStream.class));
        Set<?> peers = exchange.getProperty(LinkageRoutes.PEERS, Set.class);
        if (peers != null && !peers.contains(read.said().sender())) {
            InboundRoutes.refuseForeign(read.said().sender(), exchange);
            return;
        }
        receiver.receive(read.said(), read.content());
    }

    /** What cannot be taken now, as while the database is away, the broker gives again. */
    private static boolean isLeftOnItsQueue(Exchange exchange) {
        ProblemException why = exchange.getException(ProblemException.class);
        return InboundRoutes.isFromAQueue(exchange) && why.code() == CommonError.UNAVAILABLE;
    }

    private static Pending pending(Exchange exchange) {
        return exchange.getProperty(PENDING, Pending.class);
    }

    private static String receiver(Pending pending) {
        return pending.message().receiver();
    }

    /** What came of one that was not given out; the last of them counts. */
    private static final class Left {
        private ProblemException why;
        /** The one that is on its way, null while none is. */
        private WrittenFile going;
    }
}
