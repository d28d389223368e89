package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A gateway of short messages that does with them as it is told. */
final class PlayedGateway implements ServerMessageReceiverListener, AutoCloseable {
    private final SMPPServerSessionListener door;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<String> numbers = new CopyOnWriteArrayList<>();
    private final List<byte[]> words = new CopyOnWriteArrayList<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final MessageId id;
    private final int port;
    private final Thread porter;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int status;
    private volatile boolean silent;
    private volatile boolean closed;

    PlayedGateway() throws IOException, PDUStringException {
        id = new MessageId("1");
        ServerSocket socket = new ServerSocket(0);
        port = socket.getLocalPort();
        door = new SMPPServerSessionListener(port, on(socket));
        door.setMessageReceiverListener(this);
        porter = new Thread(this::serve, "played-gateway");
        porter.setDaemon(true);
        porter.start();
    }

    /** The library asks for a port of its own; this one is free for certain. */
    private static ServerConnectionFactory on(ServerSocket socket) {
        return new ServerConnectionFactory() {
            @Override
            public ServerConnection listen(int port) {
                return new ServerSocketConnection(socket);
            }

            @Override
            public ServerConnection listen(int port, int timeout) {
                return listen(port);
            }

            @Override
            public ServerConnection listen(int port, int timeout, int backlog) {
                return listen(port);
            }
        };
    }

    int port() {
        return port;
    }

    void status(int answered) {
        status = answered;
    }

    void silent(boolean says) {
        silent = says;
    }

    List<String> numbers() {
        return numbers;
    }

    List<byte[]> words() {
        return words;
    }

    int binds() {
        return binds.get();
    }

    private void serve() {
        while (!closed) {
            try {
                SMPPServerSession session = door.accept();
                sessions.add(session);
                if (closed) {
                    session.close(); // the door was just being held open for it
                    return;
                }
                BindRequest bind = session.waitForBind(30_000);
                binds.incrementAndGet(); // before the client knows of it
                bind.accept("played");
            } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
                // Whoever came has gone
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (status != 0) {
            throw new ProcessRequestException("as it was told", status);
        }
        numbers.add(message.getDestAddress());
        OptionalParameter.OctetString payload =
                (OptionalParameter.OctetString) message.getOptionalParameter((short) 0x0424);
        words.add(payload == null ? message.getShortMessage() : payload.getValue());
        if (silent) {
            awaitEnd();
        }
        return new SubmitSmResult(id, new OptionalParameter[0]);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        end.countDown();
        door.close();
        sessions.forEach(SMPPServerSession::close);
        try {
            porter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("nobody asks that here", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm message, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw unknown();
    }
}
