package org.yichuang.itests;

import static org.junit.Assert.assertTrue;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TrialIT extends InContainer {
    @Inject
    private FeaturesService features;

    @Test
    public void boots() throws Exception {
        assertTrue(features.isInstalled(features.getFeature("yichuang-runtime")));
    }
}
