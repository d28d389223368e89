package org.yichuang.camel.jms.testing;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An Artemis in a process of its own: port, folder and a file of its own kind, whose queues and diverts it has, are its
 * arguments.
 */
public final class BrokerMain {
    /** What it says when it can be reached. */
    static final String UP = "BROKER UP";

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[0] + "?protocols=CORE");
        if (arguments[2].isEmpty()) {
            configuration.addAddressSetting("#", usual());
        } else {
            FileConfiguration example = read(arguments[2]);
            example.getAddressSettings().forEach(configuration::addAddressSetting);
            example.getDivertConfigurations().forEach(configuration::addDivertConfiguration);
        }
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        System.out.println(UP);
        System.in.read(); // until its parent goes
        System.exit(0);
    }

    private static AddressSettings usual() {
        return new AddressSettings()
                .setRedeliveryDelay(100)
                .setMaxDeliveryAttempts(6)
                .setDeadLetterAddress(SimpleString.of("dead"))
                .setAutoCreateDeadLetterResources(true)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST);
    }

    private static FileConfiguration read(String example) throws Exception {
        FileConfiguration read = new FileConfiguration();
        FileDeploymentManager reader =
                new FileDeploymentManager(Path.of(example).toUri().toString());
        reader.addDeployable(read);
        reader.readConfiguration();
        return read;
    }
}
