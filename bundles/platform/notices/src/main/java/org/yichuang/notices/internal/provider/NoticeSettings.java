package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** Where messages leave this deployment; nowhere until an operator says so. */
public class NoticeSettings extends OperatorSettings<NoticeSettings.Values> {
    /** @param context where the configuration is followed; null for none, in tests */
    public NoticeSettings(BundleContext context) {
        super(Values.class, context);
    }

    /** How a connection is protected. */
    public enum Security {
        /** It begins in clear and must become TLS before anything is said. */
        STARTTLS,
        /** It is TLS from its beginning. */
        TLS,
        /** It is not protected: for a server on the same machine or network alone. */
        NONE
    }

    /**
     * The values.
     *
     * @param mailHost the mail server; empty for none
     * @param mailPort its port
     * @param mailSecurity how the connection to it is protected
     * @param mailUser as which we sign in there; empty for not at all
     * @param mailPasswordFile the file that holds our password there
     * @param mailFrom who sends, where a centre names no other
     * @param smsHost the gateway of short messages (SMPP 3.4); empty for none
     * @param smsPort its port
     * @param smsSecurity how the connection to it is protected; {@code starttls} is none there
     * @param smsSystem what it calls us
     * @param smsPasswordFile the file that holds our password there
     * @param smsSender the number from which messages come
     * @param trustFile the certificates (PEM) of those who may vouch for servers; empty for those that Java trusts
     * @param connectTimeout how long a connection may take to be there
     * @param answerTimeout how long an answer may take
     * @param handOverTimeout how long the handing over of a message may take in all
     * @param lapse after which nobody knows what became of a message whose hand-over did not end
     * @param keep for how long messages are kept
     */
    @ConfigurationPid("org.yichuang.notices")
    public record Values(
            @Setting(key = "mail.host", usual = "") String mailHost,
            @Setting(key = "mail.port", usual = "587", least = "1", most = "65535") int mailPort,
            @Setting(key = "mail.security", usual = "starttls") Security mailSecurity,
            @Setting(key = "mail.user", usual = "") String mailUser,
            @Setting(key = "mail.password.file", usual = "") String mailPasswordFile,
            @Setting(key = "mail.from", usual = "") String mailFrom,
            @Setting(key = "sms.host", usual = "") String smsHost,
            @Setting(key = "sms.port", usual = "2775", least = "1", most = "65535") int smsPort,
            @Setting(key = "sms.security", usual = "tls") Security smsSecurity,
            @Setting(key = "sms.system", usual = "", most = "15") String smsSystem,
            @Setting(key = "sms.password.file", usual = "") String smsPasswordFile,
            @Setting(key = "sms.sender", usual = "", most = "20") String smsSender,
            @Setting(key = "trust.file", usual = "") String trustFile,
            @Setting(key = "connect.timeout", usual = "PT10S", least = "PT0.2S", most = "PT1M") Duration connectTimeout,
            @Setting(key = "answer.timeout", usual = "PT30S", least = "PT0.2S", most = "PT2M") Duration answerTimeout,
            @Setting(key = "handover.timeout", usual = "PT3M", least = "PT0.5S", most = "PT30M")
                    Duration handOverTimeout,
            @Setting(key = "lapse", usual = "PT10M", least = "PT1M", most = "PT1H") Duration lapse,
            @Setting(key = "keep", usual = "P730D", least = "P30D", most = "P3650D") Duration keep) {}

    /** A secret as it stands in its file now; empty where no file is named. */
    static String secret(String file) throws IOException {
        return file.isEmpty() ? "" : Files.readString(Path.of(file)).strip();
    }
}
