package org.yichuang.console.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/**
 * What somebody has changed in a form of settings: what differs from what the form had shown, and nothing else. A
 * setting
 * that was not in the form stays as it is.
 */
public final class SettingChanges {
    private static final String SHOWN = "shown.";

    private SettingChanges() {}

    /** The name of the hidden field with the value that was shown. */
    public static String shownName(String key) {
        return SHOWN + key;
    }

    /**
     * The value that a form is to name as shown: the present one, but what a posted form had shown where nobody changed
     * it there, since the field keeps that text when the form comes again.
     */
    public static String shown(String key, String present, Form posted) {
        return isInForm(key, posted) && posted.text(key).equals(posted.text(shownName(key)))
                ? posted.text(key)
                : present;
    }

    /**
     * Finds them.
     *
     * @return the wanted values by key, empty to take a setting away
     * @throws ProblemException {@link CommonError#CHANGED_MEANWHILE} when somebody else has changed one of them since
     */
    public static Map<String, String> of(List<SettingRow> rows, Form form) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (SettingRow row : rows) {
            String wanted = form.text(row.key());
            String shown = form.text(shownName(row.key()));
            if (isInForm(row.key(), form) && !wanted.equals(shown) && !wanted.equals(row.value())) {
                if (!row.value().equals(shown)) {
                    throw meanwhile(row);
                }
                changed.put(row.key(), wanted);
            }
        }
        return changed;
    }

    private static boolean isInForm(String key, Form form) {
        return form.has(key) && form.has(shownName(key));
    }

    private static ProblemException meanwhile(SettingRow row) {
        return ProblemException.field(
                CommonError.CHANGED_MEANWHILE,
                row.key(),
                row.value().isEmpty()
                        ? LocalizedMessage.of(SettingChanges.class, "setting.cleared-meanwhile", row.label())
                        : LocalizedMessage.of(
                                SettingChanges.class, "setting.changed-meanwhile", row.label(), row.value()));
    }
}
