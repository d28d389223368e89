package org.yichuang.linkage.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.Role;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.CentreWays.CentreWay;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.TransportCertificates;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.linkage.internal.jte.StaticTemplates;
import org.yichuang.linkage.internal.jte.Templates;
import org.yichuang.linkage.internal.rest.OperatorScope;
import org.yichuang.linkage.internal.view.CertificateRow;
import org.yichuang.linkage.internal.view.KeyRow;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The messages that a centre sends: what waits, what has arrived, what is parked. */
@Path("/{tenant}/exchange")
public class ExchangePages {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final int ROWS = 30;

    private final Exchange exchange;
    private final CentreWays ways;
    private final CentreKeys keys;
    private final Tenants tenants;
    private final LinkedModules modules;
    private final Whereabouts whereabouts;
    private final TransportCertificates certificates;
    private final OperatorScope reach;

    /** In front of the services; the operator at the root may name another centre. */
    public ExchangePages(
            Exchange exchange,
            CentreWays ways,
            CentreKeys keys,
            Tenants tenants,
            LinkedModules modules,
            Whereabouts whereabouts,
            TransportCertificates certificates) {
        this.exchange = exchange;
        this.ways = ways;
        this.keys = keys;
        this.tenants = tenants;
        this.modules = modules;
        this.whereabouts = whereabouts;
        this.certificates = certificates;
        this.reach = new OperatorScope(tenants);
    }

    /** The messages, the newest first. */
    @GET
    @RequiresPermission(LinkagePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    /** How each centre is reached, by which keys this one and the others are known, until when certificates hold. */
    @GET
    @Path("/centres")
    @RequiresPermission(LinkagePermission.VIEW)
    public Response centres(@Context PageCall call) {
        CallContext there = reach.of(call.ui().inputValue("centre", ""), call.context());
        boolean seesKeys = call.context().actor().isPermitted(LinkagePermission.VIEW_KEYS);
        List<CentreWay> reached = ways.ways(there);
        return call.render(Screen.working(
                call.ui().t("centres.title"),
                TEMPLATES.centres(
                        call.ui(),
                        centreFilter(call),
                        reached,
                        seesKeys ? rows(keys.keys(there), there) : List.of(),
                        seesKeys ? rows(believed(reached), there) : List.of(),
                        seesKeys ? certificates(there) : List.of(),
                        this::name)));
    }

    private static List<KeyRow> rows(List<PublicKeyView> keys, CallContext context) {
        return keys.stream().map(key -> KeyRow.of(key, context.at())).toList();
    }

    /** Those of the centres that this one writes to. */
    private List<PublicKeyView> believed(List<CentreWay> reached) {
        Set<String> centres = reached.stream().map(CentreWay::centre).collect(Collectors.toSet());
        return whereabouts.trusted().stream()
                .filter(key -> centres.contains(key.centre()))
                .toList();
    }

    private List<CertificateRow> certificates(CallContext context) {
        return certificates.all().stream()
                .map(each -> CertificateRow.of(each, context.at()))
                .toList();
    }

    private Screen screen(PageCall call) {
        Optional<Outbox.State> state = Arrays.stream(Outbox.State.values())
                .filter(each -> each.name().equals(call.ui().inputValue("state", "")))
                .findFirst();
        CallContext there = reach.of(call.ui().inputValue("centre", ""), call.context());
        Page<ExchangeMessage> page = exchange.messages(state, PageRequest.of(ROWS, call.query("cursor")), there);
        boolean acts = call.context().actor().isPermitted(LinkagePermission.ACT);
        return Screen.working(
                call.ui().t("exchange.title"),
                TEMPLATES.exchange(
                        call.ui(),
                        filters(call),
                        page.items(),
                        page.next(),
                        there.tenant().value(),
                        acts,
                        this::name,
                        message -> call.ui().localize(modules.label(message.topic(), message.type()))));
    }

    private List<Field> filters(PageCall call) {
        Ui ui = call.ui();
        List<Option> states = new ArrayList<>(List.of(new Option("", ui.t("exchange.all"))));
        for (Outbox.State state : Outbox.State.values()) {
            states.add(new Option(state.name(), ui.t("state." + state.name())));
        }
        List<Field> filters = new ArrayList<>(List.of(Field.select("state", ui.t("exchange.state"), states)));
        filters.addAll(centreFilter(call));
        return filters;
    }

    private List<Field> centreFilter(PageCall call) {
        if (!call.has(Role.OPERATOR.key()) || call.tenant().parent().isPresent()) {
            return List.of();
        }
        List<Option> centres = tenants.all().stream()
                .filter(tenant -> tenant.has("linkage"))
                .map(tenant -> new Option(tenant.id().value(), tenant.name()))
                .toList();
        return List.of(Field.select("centre", call.ui().t("exchange.centre"), centres)
                .value(call.tenant().id().value()));
    }

    private String name(String centre) {
        return Optional.of(centre)
                .filter(TenantId::isWellFormed)
                .flatMap(id -> tenants.find(new TenantId(id)))
                .map(Tenant::name)
                .orElse(centre);
    }

    /** Sends all parked messages again. */
    @POST
    @Path("/replay")
    @RequiresPermission(LinkagePermission.ACT)
    public Response replayAll(@Context PageCall call) {
        try {
            CallContext there = reach.of(call.form().text("centre"), call.context());
            Exchange.Replayed done = exchange.replayAll(Optional.empty(), there);
            while (done.replayed() == 0 && done.more()) { // those that stay as they are hide none behind them
                done = exchange.replayAll(Optional.empty(), Optional.of(done.next()), there);
            }
            return call.redirect(
                    "/exchange?centre=" + call.form().text("centre"), done.more() ? "replayed-some" : "replayed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Sends a parked or waiting message now. */
    @POST
    @Path("/{id}/replay")
    @RequiresPermission(LinkagePermission.ACT)
    public Response replay(@Context PageCall call, @PathParam("id") String id) {
        try {
            exchange.replay(id, reach.of(call.form().text("centre"), call.context()));
            return call.redirect("/exchange?centre=" + call.form().text("centre"), "replayed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Takes a waiting message out of the flow. */
    @POST
    @Path("/{id}/park")
    @RequiresPermission(LinkagePermission.ACT)
    public Response park(@Context PageCall call, @PathParam("id") String id) {
        try {
            exchange.park(id, call.form().text("reason"), reach.of(call.form().text("centre"), call.context()));
            return call.redirect("/exchange?centre=" + call.form().text("centre"), "parked");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
