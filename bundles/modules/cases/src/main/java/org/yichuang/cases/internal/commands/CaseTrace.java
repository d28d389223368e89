package org.yichuang.cases.internal.commands;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.MessageHistory;
import org.yichuang.journal.api.MessageHistory.SentMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The life of a case over all centres that it passes: steps, messages and receipts in one timeline. */
class CaseTrace {
    private final Tenants tenants;
    private final CaseService cases;
    private final Optional<MessageHistory> messages;
    private final Function<TenantId, CallContext> contexts;
    private final List<Event> events = new ArrayList<>();
    private final Set<Place> seen = new LinkedHashSet<>();

    CaseTrace(
            Tenants tenants,
            CaseService cases,
            Optional<MessageHistory> messages,
            Function<TenantId, CallContext> contexts) {
        this.tenants = tenants;
        this.cases = cases;
        this.messages = messages;
        this.contexts = contexts;
    }

    /** Follows a case from any of its centres, by any of its numbers. */
    CommandResult of(String number) {
        Deque<Place> open = new ArrayDeque<>();
        open.add(start(number));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (seen.add(place)) {
                open.addAll(visit(place));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        TextTable table =
                new TextTable(words("at"), words("centre"), words("kind"), words("what"), words("by"), words("detail"));
        events.forEach(event -> table.row(
                Timestamps.text(event.at()),
                event.centre(),
                TextTable.label(event.kind().label()),
                event.what(),
                event.by(),
                event.detail()));
        List<Place> places = List.copyOf(seen);
        String heading = places.stream().map(Place::toString).collect(Collectors.joining(" → "));
        return CommandResult.worded(
                new View(places, List.copyOf(events)), wording -> heading + "\n" + table.in(wording));
    }

    private Place start(String number) {
        return tenants.all().stream()
                .filter(tenant -> tenant.has("cases"))
                .sorted(Comparator.comparing(
                        tenant -> !number.startsWith(tenant.division().value()))) // likely ones first
                .filter(tenant -> isThere(number, tenant))
                .map(tenant -> new Place(tenant.id().value(), number))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CaseError.CASE_UNKNOWN, LocalizedMessage.of(CaseTrace.class, "case-unknown", number)));
    }

    private boolean isThere(String number, Tenant tenant) {
        try {
            cases.find(number, contexts.apply(tenant.id()));
            return true;
        } catch (ProblemException e) {
            if (e.code() == CaseError.CASE_UNKNOWN) {
                return false;
            }
            throw e;
        }
    }

    private List<Place> visit(Place place) {
        CallContext context = contexts.apply(new TenantId(place.centre()));
        CaseView view = cases.find(place.number(), context);
        steps(place, context);
        List<Place> peers = new ArrayList<>();
        messages.map(history -> history.of("cases", place.number(), context))
                .ifPresent(sent -> sent.forEach(message -> {
                    message(message, place);
                    receiver(message, peers);
                }));
        add(view.lower(), peers);
        add(view.upper(), peers);
        view.branches().stream()
                .map(BranchView::above)
                .filter(above -> above != null && above.number() != null)
                .forEach(above -> add(
                        new CaseView.Peer(above.centre(), above.centreName(), above.number(), above.state()), peers));
        return peers;
    }

    /** Before the other centre has answered, only its receipt tells the number of its case. */
    private void receiver(SentMessage message, List<Place> peers) {
        if (message.delivery().isPresent()) {
            String number = message.delivery().get().words();
            tenants.all().stream()
                    .filter(tenant -> tenant.id().value().equals(message.receiver()))
                    .filter(tenant -> isThere(number, tenant))
                    .forEach(tenant -> peers.add(new Place(message.receiver(), number)));
        }
    }

    /** A centre that lives elsewhere, or has not answered yet, is a place that cannot be visited. */
    private void add(CaseView.Peer peer, List<Place> peers) {
        boolean here = peer != null
                && peer.number() != null
                && tenants.all().stream().anyMatch(tenant -> tenant.id().value().equals(peer.centre()));
        if (here) {
            peers.add(new Place(peer.centre(), BranchAddress.caseOf(peer.number())));
        }
    }

    private void steps(Place place, CallContext context) {
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

    private void message(SentMessage message, Place place) {
        String detail = message.state() + " " + message.id()
                + (message.lastError().isEmpty() ? "" : " – " + message.lastError());
        events.add(new Event(
                message.writtenAt(),
                place.centre(),
                place.number(),
                Kind.MESSAGE,
                message.type() + " → " + message.receiver(),
                "",
                detail));
        message.delivery()
                .ifPresent(delivery -> events.add(new Event(
                        delivery.at(),
                        message.receiver(),
                        place.number(),
                        Kind.RECEIPT,
                        message.type() + " ← " + message.sender(),
                        "",
                        delivery.words() + " (" + delivery.keyId() + ")")));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(CaseTrace.class, key);
    }

    /** What sort of event it is. */
    enum Kind {
        STEP,
        MESSAGE,
        RECEIPT;

        LocalizedMessage label() {
            return words("kind." + name().toLowerCase(Locale.ROOT));
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
