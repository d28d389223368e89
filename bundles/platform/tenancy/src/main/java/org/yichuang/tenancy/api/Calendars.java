package org.yichuang.tenancy.api;

import java.io.InputStream;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The calendar data of this container: which years are loaded, and the import of a year's notice. */
public interface Calendars {
    /**
     * Takes the notice of a year ({@code
     * {"year":2026,"paper":"…","region":"000000","days":[{"date","name","isOffDay"}]}}),
     * keeps it and puts it into force at once, on all nodes within two seconds, with an entry in the journal of the
     * context's centre. Importing the same notice again changes nothing.
     *
     * @return what was taken
     * @throws ProblemException {@code calendar-invalid} with the offending entries; then nothing is changed;
     *     {@code not-allowed} without the permission {@code tenancy.calendar}, and where the notice applies to a centre
     *     that is neither the context's nor below it (the platform's own operator at the shell reaches all)
     */
    @RequiresPermission(TenancyPermission.CALENDAR)
    Imported importYear(InputStream json, CallContext context);

    /** Returns the loaded years with region, number of days and source. */
    List<Imported> loaded();

    /**
     * A loaded notice.
     *
     * @param region division code, {@code 000000} for the whole country
     * @param year the year of the notice
     * @param days how many days it names
     * @param paper the document it comes from
     */
    record Imported(String region, int year, int days, String paper) {}
}
