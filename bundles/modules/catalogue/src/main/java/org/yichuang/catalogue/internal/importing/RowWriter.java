package org.yichuang.catalogue.internal.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.domain.AliasWords;
import org.yichuang.catalogue.internal.domain.ExaminationWords;
import org.yichuang.catalogue.internal.domain.need.PrerequisiteLines;
import org.yichuang.catalogue.internal.importing.LevelCell.Place;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Writes an item as a row from which it is read again, in the words of lists where these say all; what they do not say,
 * e.g. several routes, stands there as JSON.
 */
final class RowWriter {
    private final ItemDefinition item;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    private RowWriter(ItemDefinition item) {
        this.item = item;
    }

    /** The cells of an item in the order of the columns; empty ones have an empty text. */
    static List<String> write(ItemDefinition item) {
        RowWriter writer = new RowWriter(item);
        writer.identity();
        writer.facts();
        writer.texts();
        writer.routes();
        return Arrays.stream(Column.values())
                .map(column -> writer.cells.getOrDefault(column, ""))
                .toList();
    }

    private void identity() {
        cells.put(Column.CODE, item.code());
        cells.put(Column.NAME, item.name());
        cells.put(Column.TYPE, item.type().label().zh());
        cells.put(Column.DEPARTMENT, item.department());
        cells.put(Column.ORGAN, item.organ());
        cells.put(Column.KIND, item.kind().label().zh());
        cells.put(Column.AUDIENCE, item.audience());
    }

    private void facts() {
        cells.put(Column.EXERCISE_LEVEL, LevelCell.write(item.exerciseLevel()));
        cells.put(
                Column.ACCEPTANCE_LEVELS,
                item.acceptanceLevels().stream().sorted().map(LevelCell::write).collect(Collectors.joining("、")));
        cells.put(Column.STATUTORY, LimitCell.write(item.statutoryLimit()));
        cells.put(Column.PROMISED, LimitCell.write(item.promisedLimit()));
        cells.put(Column.FEE, FeeCell.write(item.fee()));
        cells.put(Column.MATERIALS, MaterialsCell.write(item.materials()));
        cells.put(Column.FORM, item.form().isEmpty() ? "" : CatalogueJson.cell(item.form()));
    }

    private void texts() {
        cells.put(Column.BASIS, item.legalBasis());
        cells.put(Column.CONDITIONS, item.conditions());
        cells.put(Column.PROCEDURE, item.procedure());
        cells.put(Column.RESULT, item.result());
        cells.put(Column.COMPLAINT, item.complaint());
        cells.put(Column.PLACE, item.place());
        cells.put(Column.RECONSIDERATION_FIRST, YesNoCell.write(item.reconsiderationFirst()));
        cells.put(Column.EXAMINATION, ExaminationWords.write(item.examination(), LocalizedMessage.CHINESE));
        cells.put(Column.ALIASES, AliasWords.write(item.aliases()));
        if (!item.certificate().equals(Certificate.NONE)) {
            cells.put(Column.CERTIFICATE, CatalogueJson.cell(item.certificate()));
        }
        cells.put(Column.PREREQUISITES, PrerequisiteLines.cell(item.prerequisites()));
        HandlingCells.write(item.handling(), cells);
        if (item.serviceField() != null) {
            cells.put(Column.SERVICE_FIELD, item.serviceField().label().zh());
        }
        cells.put(Column.SOURCE, item.source());
    }

    private void routes() {
        Map<Column, String> road =
                item.routes().size() == 1 ? road(item.routes().get(0)) : Map.of();
        cells.putAll(road);
        if (!readAgain().map(ItemDefinition::routes).equals(Optional.of(item.routes()))) {
            road.keySet().forEach(cells::remove);
            cells.put(Column.ROUTES, CatalogueJson.cell(item.routes()));
        }
    }

    /** A road in columns, as far as these have words for it. */
    private static Map<Column, String> road(Route route) {
        Map<Column, String> road = new EnumMap<>(Column.class);
        List<Stage> reviews = route.stages().stream()
                .filter(stage -> stage.action() == Action.PRE_REVIEW)
                .toList();
        road.put(Column.HAS_PRE_REVIEW, YesNoCell.write(!reviews.isEmpty()));
        if (!reviews.isEmpty()) {
            road.put(
                    Column.PRE_REVIEW_LEVEL,
                    LevelCell.write(reviews.stream()
                            .map(stage -> new Place(stage.level(), stage.department()))
                            .toList()));
            road.put(Column.PRE_REVIEW_DAYS, LimitCell.write(reviews.get(0).limit()));
        }
        road.put(Column.ISSUE_LEVEL, LevelCell.write(route.issueLevel()));
        return road;
    }

    private Optional<ItemDefinition> readAgain() {
        Map<String, TableCell> read = new HashMap<>();
        cells.forEach((column, text) -> {
            if (!text.isEmpty()) {
                read.put(column.name(), new TableCell("", TableCell.Kind.TEXT, text, ""));
            }
        });
        return RowReader.read(new Cells(new TableRow(1, read, List.of(), List.of()), Map.of(), Meanings.NONE))
                .definition();
    }
}
