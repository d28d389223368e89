package org.yichuang.kernel.api.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record of a configuration's values; each of its components is a {@link Setting}. What each means stands
 * under {@code setting.<key>} in the resource bundle {@code messages} beside the record.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConfigurationPid {
    /** The name of the configuration, e.g. {@code org.yichuang.web}, which is also that of its file. */
    String value();
}
