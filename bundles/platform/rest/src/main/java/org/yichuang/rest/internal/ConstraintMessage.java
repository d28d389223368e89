package org.yichuang.rest.internal;

import java.util.Locale;
import javax.validation.MessageInterpolator;
import javax.validation.ValidationException;
import javax.validation.metadata.ConstraintDescriptor;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What the validator says about a broken constraint, in each of its many languages.
 *
 * @param words the validator's words
 * @param template their key, e.g. <code>{javax.validation.constraints.Size.message}</code>
 * @param constraint what was broken
 * @param value what broke it
 */
record ConstraintMessage(MessageInterpolator words, String template, ConstraintDescriptor<?> constraint, Object value)
        implements LocalizedMessage {
    @Override
    public String in(Locale locale) {
        String english = interpolated(Locale.ROOT);
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return english;
        }
        String sentence = interpolated(locale);
        // Of a language that the validator does not speak it makes English
        return sentence.equals(english) ? interpolated(CHINESE) : sentence;
    }

    private String interpolated(Locale locale) {
        return words.interpolate(template, new Broken(constraint, value), locale);
    }

    private record Broken(ConstraintDescriptor<?> constraint, Object value) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return constraint;
        }

        @Override
        public Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("Not a " + type.getName());
        }
    }
}
