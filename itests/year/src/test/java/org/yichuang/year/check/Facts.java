package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.Level;

/** What the checker is told besides the entries of a case. */
interface Facts {
    /** The days as the notices had them at a moment. */
    WorkDays days(LocalDateTime at);

    /** Whether somebody of the centre has taken it in. */
    boolean isOverTheCounter(Entry entry);

    /** The day of a decision of the centre above, from its own trail. */
    LocalDate decidedOn(Entry entry);

    /** How somebody has first handed in what a case that has just come in is about. */
    Entry origin(Entry entry);

    /** From which day the acceptance counts where somebody has handed it in. */
    LocalDate firstAccepted(Entry entry);

    /** The last day of what is renewed, where a step has found that it is in time; null else. */
    LocalDate renewedBy(Entry step);

    /** The same of what has just come from a centre below, which has found that. */
    LocalDate renewedBelow(Entry transferred);

    /** The definition of an item. */
    ItemDefinition item(String code);

    /** The question of the centre above that a letter has brought. */
    Entry question(Entry entry);

    Level level(String tenant);
}
