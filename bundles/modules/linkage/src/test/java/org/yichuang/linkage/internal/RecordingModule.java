package org.yichuang.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A module that notes what reaches them; it refuses while it is told to. */
public class RecordingModule implements LinkedModule {
    public static final String TOPIC = "linkage";

    public final List<Incoming> received = new ArrayList<>();
    public final List<Attachment> files = new ArrayList<>();
    /** What became of its messages: id and words, in order. */
    public final List<String> news = new ArrayList<>();

    public boolean refusing;

    /** The newest form that it reads. */
    public int form;

    private final String module;
    private final String topic;

    public RecordingModule() {
        this("cases", TOPIC);
    }

    public RecordingModule(String module, String topic) {
        this.module = module;
        this.topic = topic;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Errand errand(String type) {
        return Arrays.stream(Errand.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(type))
                .findFirst()
                .orElse(Errand.NOTICE);
    }

    @Override
    public int form() {
        return form;
    }

    @Override
    public synchronized String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        if (form > 0 && Json.form(message.payload()) > form) {
            throw new ProblemException(CommonError.FIELDS_INVALID, LocalizedMessage.verbatim("newer"));
        }
        if (refusing) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE, language -> language.equals(Locale.ENGLISH) ? "Not now" : "现在不能受理");
        }
        received.add(message);
        files.addAll(attachments);
        return "370600-20260302-0001";
    }

    @Override
    public synchronized void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        news.add(unit.context().tenant() + " receipted " + message.id() + ": " + words);
    }

    @Override
    public synchronized void parked(OutgoingMessage message, String reason, UnitOfWork unit) {
        news.add(unit.context().tenant() + " parked " + message.id() + ": " + reason);
    }

    @Override
    public String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        return "to " + unit.context().tenant() + " by " + neighbour + " since " + answered.size() + " answers";
    }

    @Override
    public synchronized void reminded(TenantId neighbour, String told, UnitOfWork unit) {
        news.add(unit.context().tenant() + " reminded by " + neighbour + ": " + told);
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        byte[] plan = "plan".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return payload.contains("plan")
                ? List.of(new Attachment("F1", "plan.pdf", "application/pdf", Digests.sha256(plan), plan))
                : List.of();
    }

    public synchronized List<Long> sequences() {
        return received.stream().map(Incoming::sequence).toList();
    }
}
