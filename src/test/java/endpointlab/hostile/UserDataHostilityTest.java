package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.userdata.UserDataPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** User data that nobody should write: whatever it is, it ends soon and says something of its page. */
@Timeout(3600)
class UserDataHostilityTest {

    @Test
    void scriptsEnd() throws Exception {
        new Campaign("user data", 200).run(
                chance -> (chance.once(40) ? "" : "#!/bin/bash\n") + ScriptLines.draw(chance),
                script -> assertThat(UserDataPage.of(script)).isNotNull());
    }
}
