package org.yichuang.notices.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTemplate.Text;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.api.NoticeTexts.Place;
import org.yichuang.notices.api.NoticeTexts.Version;
import org.yichuang.rest.api.Command;

/** Messages that did not arrive or may not have, and the centre's own texts, over HTTP. */
@Path("/{tenant}/notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
    private final NoticeCare care;
    private final NoticeTexts texts;

    public NoticeResource(NoticeCare care, NoticeTexts texts) {
        this.care = care;
        this.texts = texts;
    }

    /** The messages of a state, usually those of which nobody knows whether they arrived, the newest first. */
    @GET
    @RequiresPermission(NoticePermission.VIEW)
    public Page<NoticeView> list(
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return care.list(state(state), PageRequest.of(limit, cursor), context);
    }

    /** Has a message sent again. */
    @POST
    @Path("messages/{id}/sending")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(NoticePermission.SETTLE)
    @Command
    public NoticeView sendAgain(
            @PathParam("id") @Size(max = 40) String id, @NotNull @Valid Reason reason, @Context CallContext context) {
        return care.sendAgain(id, reason.reason(), context);
    }

    /** Leaves a message as it is. */
    @POST
    @Path("messages/{id}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(NoticePermission.SETTLE)
    @Command
    public NoticeView settle(
            @PathParam("id") @Size(max = 40) String id, @NotNull @Valid Reason reason, @Context CallContext context) {
        return care.settle(id, reason.reason(), context);
    }

    /** The kinds of messages. */
    @GET
    @Path("texts")
    @RequiresPermission(NoticePermission.TEXTS)
    public Kinds kinds(@Context CallContext context) {
        return new Kinds(texts.kinds(context).stream()
                .map(kind -> new Kind(kind.module(), kind.kind(), kind.title().zh(), kind.channels(), kind.facts()))
                .toList());
    }

    /** The versions of a text, the newest first; it is named as {@link Place#parse} reads it. */
    @GET
    @Path("texts/{text}")
    @RequiresPermission(NoticePermission.TEXTS)
    public Versions versions(@PathParam("text") @Size(max = 130) String text, @Context CallContext context) {
        return new Versions(texts.versions(Place.parse(text), context));
    }

    /** Puts a text into force. */
    @POST
    @Path("texts/{text}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(NoticePermission.TEXTS)
    @Command
    public Version put(
            @PathParam("text") @Size(max = 130) String text,
            @NotNull @Valid Words words,
            @Context CallContext context) {
        return texts.put(Place.parse(text), new Text(words.subject(), words.body()), context);
    }

    private static State state(String given) {
        if (given == null || given.isBlank()) {
            return State.UNCERTAIN;
        }
        return Stream.of(State.values())
                .filter(state -> state.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.PARAMETER_UNREADABLE,
                        "state",
                        LocalizedMessage.of(NoticeResource.class, "word.unknown", List.of(State.values()))));
    }

    /**
     * Why something is decided.
     *
     * @param reason in words
     */
    public record Reason(@NotBlank @Size(max = 200) String reason) {}

    /**
     * A text.
     *
     * @param subject with <code>{name}</code> for facts; empty where the way has none
     * @param body the same; empty for the module's own words
     */
    public record Words(@Size(max = 100) String subject, @Size(max = 1000) String body) {}

    /** Kinds of messages, in {@code items} like every list. */
    public record Kinds(List<Kind> items) {}

    /**
     * A kind of message.
     *
     * @param title what people call it
     * @param channels the ways on which it may go
     * @param facts the names of the facts that its texts may name
     */
    public record Kind(String module, String kind, String title, Set<Channel> channels, Set<String> facts) {}

    /** Versions of a text, in {@code items} like every list. */
    public record Versions(List<Version> items) {}
}
