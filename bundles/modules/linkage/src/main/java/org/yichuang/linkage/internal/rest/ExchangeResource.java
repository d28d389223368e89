package org.yichuang.linkage.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.rest.api.Command;

/** The messages that a centre sends, over HTTP; the operator at the root may name another centre. */
@Path("/{tenant}/exchange")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {
    private final Exchange exchange;
    private final CentreKeys keys;
    private final CentreWays ways;
    private final OperatorScope reach;

    public ExchangeResource(Exchange exchange, CentreKeys keys, CentreWays ways, OperatorScope reach) {
        this.exchange = exchange;
        this.ways = ways;
        this.keys = keys;
        this.reach = reach;
    }

    /** The outgoing messages, the newest first. */
    @GET
    @Path("messages")
    @RequiresPermission(LinkagePermission.VIEW)
    public Page<ExchangeMessage> messages(
            @QueryParam("state") String state,
            @QueryParam("centre") String centre,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return exchange.messages(state(state), PageRequest.of(limit, cursor), reach.of(centre, context));
    }

    /** How the centres are reached that it writes to. */
    @GET
    @Path("centres")
    @RequiresPermission(LinkagePermission.VIEW)
    public Ways centres(@QueryParam("centre") String centre, @Context CallContext context) {
        return new Ways(ways.ways(reach.of(centre, context)));
    }

    /** Sends a parked or waiting message now. */
    @POST
    @Path("messages/{id}/replay")
    @RequiresPermission(LinkagePermission.ACT)
    @Command
    public Done replay(
            @PathParam("id") @Size(max = 100) String id,
            @QueryParam("centre") String centre,
            @Context CallContext context) {
        exchange.replay(id, reach.of(centre, context));
        return new Done(id, "replayed");
    }

    /** Sends all parked messages again, or those to one centre; goes on after where an answer has ended. */
    @POST
    @Path("messages/replay")
    @RequiresPermission(LinkagePermission.ACT)
    @Command
    public Exchange.Replayed replayAll(
            @QueryParam("receiver") @Size(max = 100) String receiver,
            @QueryParam("centre") String centre,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return exchange.replayAll(named(receiver), named(cursor), reach.of(centre, context));
    }

    /** Takes a waiting message out of the flow. */
    @POST
    @Path("messages/{id}/park")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(LinkagePermission.ACT)
    @Command
    public Done park(
            @PathParam("id") @Size(max = 100) String id,
            @QueryParam("centre") String centre,
            @NotNull @Valid Park request,
            @Context CallContext context) {
        exchange.park(id, request.reason(), reach.of(centre, context));
        return new Done(id, "parked");
    }

    /** The centre's public keys, the newest first. */
    @GET
    @Path("keys")
    @RequiresPermission(LinkagePermission.VIEW_KEYS)
    public Keys keys(@QueryParam("centre") String centre, @Context CallContext context) {
        return new Keys(keys.keys(reach.of(centre, context)));
    }

    /** Makes a new signing key for the centre; the old one keeps verifying what it signed. */
    @POST
    @Path("keys")
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    @Command
    public CentreKeys.PublicKeyView rotate(@Context CallContext context) {
        return keys.rotate(context);
    }

    /** Ends a key for good: what it has signed is believed no more. */
    @POST
    @Path("keys/{key}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    @Command
    public CentreKeys.PublicKeyView revoke(
            @PathParam("key") @Size(max = 40) String key,
            @NotNull @Valid Revoke request,
            @Context CallContext context) {
        return keys.revoke(key, request.reason(), context);
    }

    private static Optional<String> named(String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    private static Optional<Outbox.State> state(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        List<Outbox.State> states = Arrays.asList(Outbox.State.values());
        Optional<Outbox.State> found = states.stream()
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            String known = states.stream().map(Outbox.State::name).collect(Collectors.joining(", "));
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "state",
                    LocalizedMessage.of(ExchangeResource.class, "state.unknown", known));
        }
        return found;
    }

    /**
     * Why a message is parked.
     *
     * @param reason in words
     */
    public record Park(@NotBlank @Size(max = 200) String reason) {}

    /**
     * Why a key is revoked.
     *
     * @param reason in words
     */
    public record Revoke(@NotBlank @Size(max = 200) String reason) {}

    /**
     * What has been done to which message.
     *
     * @param id the message
     * @param done {@code replayed} or {@code parked}
     */
    public record Done(String id, String done) {}

    /** Ways, in {@code items} like every list. */
    public record Ways(List<CentreWays.CentreWay> items) {}

    /** Public keys, in {@code items} like every list. */
    public record Keys(List<CentreKeys.PublicKeyView> items) {}
}
