package org.yichuang.catalogue.internal.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.importing.LevelCell.Place;
import org.yichuang.catalogue.internal.importing.Spreadsheet.Cells;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** Makes the one road of an item out of its columns: who accepts, who pre-reviews, who decides, who issues. */
final class RouteReader {
    private final Cells cells;
    private final Level exercise;
    private final LimitCell limits;
    private final List<Remark> assumptions;
    private final List<Remark> refusals;

    RouteReader(Cells cells, Level exercise, LimitCell limits, List<Remark> assumptions, List<Remark> refusals) {
        this.cells = cells;
        this.exercise = exercise;
        this.limits = limits;
        this.assumptions = assumptions;
        this.refusals = refusals;
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
            assume("写有初审层级，按有初审处理", "A pre-review level is given: taken as pre-reviewed");
        } else if (said.isEmpty() || said.matches("(?i)否|无|no|false|0")) {
            return List.of();
        } else if (!said.matches("(?i)是|有|yes|true|1")) {
            refuse("无法识别是否初审：" + said, "Not a yes or no about pre-review: " + said);
            return List.of();
        }
        Optional<List<Place>> places = LevelCell.places(where, assumptions);
        if (places.isEmpty()) {
            refuse(
                    where.isEmpty() ? "写有初审，但没有初审层级" : "无法识别初审层级：" + where,
                    where.isEmpty() ? "Pre-reviewed, yet its level is missing" : "Not a level of pre-review: " + where);
            return List.of();
        }
        places.get().forEach(this::requireBelowDecision);
        return places.get();
    }

    /** A review at the deciding level is a step of its own only when another department makes it. */
    private void requireBelowDecision(Place place) {
        boolean sameLevel = place.level() == exercise && place.department().isEmpty();
        if (sameLevel || place.level().isAbove(exercise)) {
            refuse(
                    "初审层级（" + place.level().chinese() + "）不低于行使层级（" + exercise.chinese() + "）",
                    "The pre-review level (" + place.level().key() + ") is not below the exercise level ("
                            + exercise.key() + ")");
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
            assume("未写明受理层级，按" + level.chinese() + "处理", "No acceptance level is given: taken as " + level.key());
            return EnumSet.of(level);
        }
        Optional<List<Level>> levels = LevelCell.levels(text);
        if (levels.isEmpty()) {
            refuse("无法识别受理层级：" + text, "Not an acceptance level: " + text);
            return EnumSet.of(exercise);
        }
        return EnumSet.copyOf(levels.get());
    }

    private Limit reviewLimit() {
        try {
            return limits.read(cells.get(Column.PRE_REVIEW_DAYS)).orElse(null);
        } catch (ProblemException unreadable) {
            Column column = Column.PRE_REVIEW_DAYS;
            refuse(column.chinese() + "：" + unreadable.zh(), column.heading() + ": " + unreadable.en());
            return null;
        }
    }

    private Optional<Level> issueLevel(Level first) {
        String text = cells.get(Column.ISSUE_LEVEL);
        Optional<Level> level = text.isEmpty() ? Optional.of(first) : LevelCell.level(text);
        if (level.isEmpty()) {
            refuse("无法识别制证层级：" + text, "Not a level of issue: " + text);
        }
        return level;
    }

    private static String name(List<Stage> stages) {
        return String.join("、", stages.stream().map(RouteReader::name).toList());
    }

    private static String name(Stage stage) {
        String level = stage.level() == Level.TOWNSHIP
                ? stage.level().chinese()
                : stage.level().chinese() + "级";
        String action =
                switch (stage.action()) {
                    case ACCEPT -> "受理";
                    case PRE_REVIEW -> "初审";
                    case DECIDE -> "决定";
                };
        return level + stage.department() + action;
    }

    private void refuse(String zh, String en) {
        refusals.add(new Remark(zh, en));
    }

    private void assume(String zh, String en) {
        assumptions.add(new Remark(zh, en));
    }
}
