package org.yichuang.catalogue.internal.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.importing.LevelCell.Place;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** Makes the one road of an item out of its columns: who accepts, who pre-reviews, who decides, who issues. */
final class RouteReader {
    private final Cells cells;
    private final Level exercise;
    private final LimitCell limits;
    private final List<Remark> assumptions;
    private final List<Remark> refusals;
    private final Consumer<String> unknownLevels;

    /** @param unknownLevels is told the levels that nobody knows */
    RouteReader(
            Cells cells,
            Level exercise,
            LimitCell limits,
            List<Remark> assumptions,
            List<Remark> refusals,
            Consumer<String> unknownLevels) {
        this.cells = cells;
        this.exercise = exercise;
        this.limits = limits;
        this.assumptions = assumptions;
        this.refusals = refusals;
        this.unknownLevels = unknownLevels;
    }

    /** Where applications are taken, and the route they go. */
    record Road(Set<Level> acceptance, Route route) {}

    Optional<Road> read() {
        int before = refusals.size();
        List<Place> reviews = reviews();
        Set<Level> acceptance = acceptance(reviews);
        Limit reviewLimit = reviewLimit();
        if (refusals.size() > before) {
            return Optional.empty();
        }
        Level first = acceptance.stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(Action.ACCEPT, first, "", null));
        reviews.forEach(
                place -> stages.add(new Stage(Action.PRE_REVIEW, place.level(), place.department(), reviewLimit)));
        stages.add(new Stage(Action.DECIDE, exercise, "", null));
        Optional<Level> issue = issueLevel(first);
        return issue.map(level -> new Road(acceptance, new Route("standard", name(stages), List.of(), stages, level)));
    }

    private List<Place> reviews() {
        String said = cells.get(Column.HAS_PRE_REVIEW);
        String where = cells.get(Column.PRE_REVIEW_LEVEL);
        if (said.isEmpty() && !where.isEmpty()) {
            assume(LocalizedMessage.of(RouteReader.class, "pre-review.assumed"));
        } else if (said.isEmpty() || YesNoCell.isNo(said)) {
            return List.of();
        } else if (!YesNoCell.isYes(said)) {
            refuse(LocalizedMessage.of(RouteReader.class, "pre-review.not-yes-or-no", said));
            return List.of();
        }
        Optional<List<Place>> places = LevelCell.places(where, assumptions);
        if (places.isEmpty()) {
            refuse(
                    where.isEmpty()
                            ? LocalizedMessage.of(RouteReader.class, "pre-review-level.missing")
                            : LocalizedMessage.of(RouteReader.class, "pre-review-level.unknown", where));
            unknownLevels.accept(where);
            return List.of();
        }
        places.get().forEach(this::requireBelowDecision);
        return places.get();
    }

    /** A review at the deciding level is a step of its own only when another department makes it. */
    private void requireBelowDecision(Place place) {
        boolean sameLevel = place.level() == exercise && place.department().isEmpty();
        if (sameLevel || place.level().isAbove(exercise)) {
            refuse(LocalizedMessage.of(
                    RouteReader.class,
                    "pre-review.not-below-decision",
                    place.level().label(),
                    exercise.label()));
        }
    }

    private Set<Level> acceptance(List<Place> reviews) {
        String several = cells.get(Column.ACCEPTANCE_LEVELS);
        String text = several.isEmpty() ? cells.get(Column.ACCEPTANCE_LEVEL) : several;
        if (text.isEmpty()) {
            Level level = reviews.stream()
                    .map(Place::level)
                    .max(Comparator.naturalOrder())
                    .orElse(exercise);
            assume(LocalizedMessage.of(RouteReader.class, "acceptance-level.assumed", level.label()));
            return EnumSet.of(level);
        }
        Optional<List<Level>> levels = LevelCell.levels(text);
        if (levels.isEmpty()) {
            refuse(LocalizedMessage.of(RouteReader.class, "acceptance-level.unknown", text));
            unknownLevels.accept(text);
            return EnumSet.of(exercise);
        }
        return EnumSet.copyOf(levels.get());
    }

    private Limit reviewLimit() {
        try {
            return limits.read(cells.get(Column.PRE_REVIEW_DAYS)).orElse(null);
        } catch (ProblemException unreadable) {
            refuse(Column.PRE_REVIEW_DAYS.remark(unreadable.message()));
            return null;
        }
    }

    private Optional<Level> issueLevel(Level first) {
        String text = cells.get(Column.ISSUE_LEVEL);
        Optional<Level> level = text.isEmpty() ? Optional.of(first) : LevelCell.level(text);
        if (level.isEmpty()) {
            refuse(LocalizedMessage.of(RouteReader.class, "issue-level.unknown", text));
            unknownLevels.accept(text);
        }
        return level;
    }

    /** The name belongs to the item and is in Chinese, as everything that a catalogue says. */
    private static String name(List<Stage> stages) {
        return LocalizedMessage.list(
                        stages.stream().map(RouteReader::name).toList(),
                        LocalizedMessage.of(RouteReader.class, "route.comma"))
                .zh();
    }

    private static LocalizedMessage name(Stage stage) {
        LocalizedMessage level =
                LocalizedMessage.of(RouteReader.class, "level." + stage.level().key());
        return switch (stage.action()) {
            case ACCEPT -> LocalizedMessage.of(RouteReader.class, "stage.accept", level, stage.department());
            case PRE_REVIEW -> LocalizedMessage.of(RouteReader.class, "stage.pre-review", level, stage.department());
            case DECIDE -> LocalizedMessage.of(RouteReader.class, "stage.decide", level, stage.department());
        };
    }

    private void refuse(LocalizedMessage message) {
        refusals.add(new Remark(message));
    }

    private void assume(LocalizedMessage message) {
        assumptions.add(new Remark(message));
    }
}
