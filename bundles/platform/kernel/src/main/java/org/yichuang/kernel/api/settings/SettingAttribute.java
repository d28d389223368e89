package org.yichuang.kernel.api.settings;

import java.util.List;
import java.util.function.UnaryOperator;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * A setting as the metatype service shows it.
 *
 * @param rule says what is wrong with a value, nothing when it makes sense
 */
record SettingAttribute(
        String id,
        String name,
        String description,
        int type,
        String usual,
        List<String> options,
        UnaryOperator<String> rule)
        implements AttributeDefinition {
    @Override
    public String getID() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public int getCardinality() {
        return 0;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public String[] getOptionValues() {
        return options.isEmpty() ? null : options.toArray(String[]::new);
    }

    @Override
    public String[] getOptionLabels() {
        return getOptionValues();
    }

    @Override
    public String validate(String value) {
        return rule.apply(value);
    }

    @Override
    public String[] getDefaultValue() {
        return new String[] {usual};
    }
}
