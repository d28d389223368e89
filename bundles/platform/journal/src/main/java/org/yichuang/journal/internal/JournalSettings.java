package org.yichuang.journal.internal;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the journal; how long things are kept changes at once, the rest with the next start. */
public final class JournalSettings extends OperatorSettings<JournalSettings.Values> {
    /** With the usual values only. */
    public JournalSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public JournalSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param anchorInterval how long the anchoring rests between two looks for new entries
     * @param secondPlace a folder for the heads of the anchors outside of this machine; empty for none
     * @param proofHour the hour of the day at which every trail is proved; 0 for never
     * @param proofWholeDays after how many days everything is proved; 0 for never
     * @param contentKept how long what a delivered message says is kept, for a receiver whose database is set back
     * @param keysKept how long idempotency keys are kept
     * @param messagesKept how long messages are kept that have been delivered or received; at least a year (R9-02)
     */
    @ConfigurationPid("org.yichuang.journal")
    record Values(
            @Setting(key = "anchor.interval", usual = "200", least = "1", most = "60000", unit = "ms")
                    int anchorInterval,
            @Setting(key = "anchor.second", usual = "", most = "500") String secondPlace,
            @Setting(key = "proof.hour", usual = "3", least = "0", most = "23") int proofHour,
            @Setting(key = "proof.whole.days", usual = "7", least = "0", most = "3650", unit = "d") int proofWholeDays,
            @Setting(key = "retention.content", usual = "P35D", least = "PT0S", most = "P366D") Duration contentKept,
            @Setting(key = "retention.keys", usual = "P7D", least = "PT1S", most = "P3650D") Duration keysKept,
            @Setting(key = "retention.messages", usual = "P400D", least = "P366D", most = "P3650D")
                    Duration messagesKept) {}
}
