package org.yichuang.shell.internal.desks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.shell.internal.text.Moments;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.Tenant;

/** The life of a case over all centres that it passes: steps, messages and receipts in one timeline. */
public class CaseTrace {
    private final Desk desk;
    private final List<Event> events = new ArrayList<>();
    private final Set<Place> seen = new LinkedHashSet<>();

    public CaseTrace(Desk desk) {
        this.desk = desk;
    }

    /** Follows a case from any of its centres, by any of its numbers. */
    public Sheet of(String number) {
        CaseService cases = desk.need(CaseService.class, "cases");
        Deque<Place> open = new ArrayDeque<>();
        open.add(start(cases, number));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (seen.add(place)) {
                open.addAll(visit(cases, place));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        TextTable table = new TextTable("时间 At", "中心 Centre", "类别 Kind", "内容 What", "人员 By", "说明 Detail");
        events.forEach(event -> table.row(
                Moments.text(event.at()),
                event.centre(),
                event.kind().chinese,
                event.what(),
                event.by(),
                event.detail()));
        List<Place> places = List.copyOf(seen);
        String heading = places.stream().map(Place::toString).collect(Collectors.joining(" → "));
        return Sheet.of(new View(places, List.copyOf(events)), heading + "\n" + table);
    }

    private Place start(CaseService cases, String number) {
        return desk.tenants().all().stream()
                .filter(tenant -> tenant.has("cases"))
                .sorted(Comparator.comparing(
                        tenant -> !number.startsWith(tenant.division().value()))) // likely ones first
                .filter(tenant -> isThere(cases, number, tenant))
                .map(tenant -> new Place(tenant.id().value(), number))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CaseError.CASE_UNKNOWN, "没有编号为 " + number + " 的办件", "No centre knows a case " + number));
    }

    private boolean isThere(CaseService cases, String number, Tenant tenant) {
        try {
            cases.find(number, desk.at(tenant.id()));
            return true;
        } catch (ProblemException e) {
            if (e.code() == CaseError.CASE_UNKNOWN) {
                return false;
            }
            throw e;
        }
    }

    private List<Place> visit(CaseService cases, Place place) {
        CallContext context = desk.at(desk.tenant(place.centre()).id());
        CaseView view = cases.find(place.number(), context);
        steps(cases, place, context);
        List<Place> peers = new ArrayList<>();
        desk.services()
                .find(Exchange.class)
                .map(exchange -> exchange.ofAggregate("cases", place.number(), context))
                .ifPresent(messages -> messages.forEach(message -> {
                    message(message, place);
                    receiver(cases, message, peers);
                }));
        add(view.lower(), peers);
        add(view.upper(), peers);
        return peers;
    }

    /** Before the other centre has answered, only its receipt tells the number of its case. */
    private void receiver(CaseService cases, ExchangeMessage message, List<Place> peers) {
        if (message.receipt() != null) {
            String number = message.receipt().words();
            desk.tenants().all().stream()
                    .filter(tenant -> tenant.id().value().equals(message.receiver()))
                    .filter(tenant -> isThere(cases, number, tenant))
                    .forEach(tenant -> peers.add(new Place(message.receiver(), number)));
        }
    }

    /** A centre that lives elsewhere, or has not answered yet, is a place that cannot be visited. */
    private void add(CaseView.Peer peer, List<Place> peers) {
        boolean here = peer != null
                && peer.number() != null
                && desk.tenants().all().stream()
                        .anyMatch(tenant -> tenant.id().value().equals(peer.centre()));
        if (here) {
            peers.add(new Place(peer.centre(), peer.number()));
        }
    }

    private void steps(CaseService cases, Place place, CallContext context) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<JournalEntry> page =
                    cases.journal(place.number(), new PageRequest(PageRequest.MAXIMUM, cursor), context);
            page.items().forEach(entry -> step(entry, place));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
    }

    private void step(JournalEntry entry, Place place) {
        Map<String, String> details = new TreeMap<>(entry.details());
        String words = details.entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining(", "));
        events.add(
                new Event(entry.at(), place.centre(), place.number(), Kind.STEP, entry.action(), entry.actor(), words));
    }

    private void message(ExchangeMessage message, Place place) {
        String detail = message.state() + " " + message.id()
                + (message.lastError().isEmpty() ? "" : " – " + message.lastError());
        events.add(new Event(
                message.createdAt(),
                place.centre(),
                place.number(),
                Kind.MESSAGE,
                message.type() + " → " + message.receiver(),
                "",
                detail));
        Receipt receipt = message.receipt();
        if (receipt != null) {
            events.add(new Event(
                    receipt.receivedAt(),
                    receipt.receiver(),
                    place.number(),
                    Kind.RECEIPT,
                    message.type() + " ← " + message.sender(),
                    "",
                    receipt.words() + " (" + receipt.keyId() + ")"));
        }
    }

    /** What sort of event it is. */
    enum Kind {
        STEP("步骤 step"),
        MESSAGE("消息 message"),
        RECEIPT("回执 receipt");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }
    }

    /** A case at a centre. */
    record Place(String centre, String number) {
        @Override
        public String toString() {
            return centre + " " + number;
        }
    }

    /** Something that happened. */
    record Event(Instant at, String centre, String number, Kind kind, String what, String by, String detail) {}

    /** A trace for programs. */
    record View(List<Place> places, List<Event> events) {}
}
