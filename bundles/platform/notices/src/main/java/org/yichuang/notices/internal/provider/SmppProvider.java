package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.NoticeSettings.Values;

/**
 * A gateway of short messages (SMPP 3.4), over a connection that is kept. A long message goes as one payload, which the
 * gateway divides: so that it is taken whole or not at all.
 */
public final class SmppProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(SmppProvider.class);
    /** What a short message holds by itself, in bytes. */
    private static final int SHORT = 140;

    private static final Set<Integer> REFUSED = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVMSGLEN, SMPPConstant.STAT_ESME_RINVDESTFLAG);

    private final NoticeSettings settings;
    private Values connectedBy;
    private SMPPSession session;
    private Sockets sockets;

    public SmppProvider(NoticeSettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isConfigured() {
        return !settings.now().smsHost().isEmpty();
    }

    @Override
    public synchronized Outcome hand(Parcel parcel) {
        Values values = settings.now();
        try (HandOverLimit limit = new HandOverLimit(values.handOverTimeout())) {
            return hand(parcel, values, limit);
        }
    }

    private Outcome hand(Parcel parcel, Values values, HandOverLimit limit) {
        try {
            connect(values, limit);
        } catch (IOException e) {
            close();
            LOG.debug("The gateway cannot be reached: {}", e.getClass().getName());
            return Outcome.down("unreachable");
        }
        try {
            submit(parcel, values);
            return Outcome.SENT;
        } catch (NegativeResponseException e) {
            String reason = "smpp-" + e.getCommandStatus();
            return REFUSED.contains(e.getCommandStatus()) ? Outcome.refused(reason) : Outcome.later(reason);
        } catch (PDUException e) {
            return Outcome.refused("form");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            close();
            return Outcome.uncertain("no-answer");
        }
    }

    private void connect(Values values, HandOverLimit limit) throws IOException {
        boolean isUsable = session != null
                && connectedBy == values
                && session.getSessionState().isTransmittable();
        if (isUsable) {
            limit.watch(sockets.last());
            return;
        }
        close();
        long answer = values.answerTimeout().toMillis();
        sockets = new Sockets(values, limit);
        session = new SMPPSession(sockets);
        session.setTransactionTimer(answer);
        session.connectAndBind(
                values.smsHost(),
                values.smsPort(),
                new BindParameter(
                        BindType.BIND_TX,
                        values.smsSystem(),
                        NoticeSettings.secret(values.smsPasswordFile()),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                answer);
        connectedBy = values;
    }

    private void submit(Parcel parcel, Values values)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        byte[] words = parcel.body().getBytes(StandardCharsets.UTF_16BE);
        boolean isShort = words.length <= SHORT;
        boolean isInternational = parcel.to().startsWith("+");
        session.submitShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                values.smsSender(),
                isInternational ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.ISDN,
                isInternational ? parcel.to().substring(1) : parcel.to(),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(),
                (byte) 0,
                new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                (byte) 0,
                isShort ? words : new byte[0],
                isShort
                        ? new OptionalParameter[0]
                        : new OptionalParameter[] {new OptionalParameter.Message_payload(words)});
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }
}
