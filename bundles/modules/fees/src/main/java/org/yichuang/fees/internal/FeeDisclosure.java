package org.yichuang.fees.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.FeeItem;
import org.yichuang.fees.internal.persistence.FeeItemRows;
import org.yichuang.fees.internal.persistence.FeeLinkRows;
import org.yichuang.fees.internal.view.FeeWords;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** Tells in the guide of an item what is charged with it and what that rests on, by what is linked to it today. */
public class FeeDisclosure implements DisclosureFieldSource {
    private static final String STANDARD = "feeStandard";
    private static final String BASIS = "feeBasis";

    private final FeeItemRows items;
    private final FeeLinkRows links;

    FeeDisclosure(FeeItemRows items, FeeLinkRows links) {
        this.items = items;
        this.links = links;
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public Set<String> fields() {
        return Set.of(STANDARD, BASIS);
    }

    @Override
    public LocalizedMessage label(String field) {
        return LocalizedMessage.of(FeeDisclosure.class, "disclosure." + field);
    }

    @Override
    public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
        List<FeeItem> charged = links.of(Set.of(item.definition().code()), unit).stream()
                .flatMap(link -> items.valid(link.fee(), unit.context().today(), unit).stream())
                .filter(fee -> fee.isCharged(unit.context().today()))
                .toList();
        Function<FeeItem, String> words = field.equals(STANDARD) ? FeeDisclosure::standard : FeeDisclosure::basis;
        return charged.isEmpty()
                ? Optional.empty()
                : Optional.of(charged.stream().map(words).distinct().collect(Collectors.joining("；")));
    }

    private static String standard(FeeItem fee) {
        return LocalizedMessage.of(
                        FeeDisclosure.class,
                        "disclosure.standard",
                        fee.name(),
                        FeeWords.standard(fee.held().standard()),
                        fee.unit())
                .zh();
    }

    private static String basis(FeeItem fee) {
        return LocalizedMessage.of(
                        FeeDisclosure.class,
                        "disclosure.basis",
                        fee.held().basisTitle(),
                        fee.held().basisArticle())
                .zh();
    }
}
