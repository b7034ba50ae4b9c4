package endpointlab.practice.ec2;

import software.amazon.awssdk.core.SdkBytes;

/** Public keys and their fingerprints as ssh-keygen and openssl made them. */
final class TestKeys {

    static final SdkBytes ED25519 = SdkBytes.fromUtf8String(""
            + "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPQR4KyxNQAVuC0vtBMPH5i+D8+3pMp9tzFwDdiYXfwe lab");
    static final String ED25519_SHA256 = "p1efSwEc98HeK+uIZuXunXQsgVzFFVJOPJtb08HeCl8=";
    static final SdkBytes RSA = SdkBytes.fromUtf8String(""
            + "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCNYSZZcXJgV9LbuBmZzcU9+U8wtoKZAygQ1xf3iVaKvxyP84Gxzu"
            + "9+jq9XtfyrQaghi9LZbyGFITD7OOaN0k7UrLODdiiy/9R3/anAS6S6NMVPvIIcsoL2SuwSkURGLVCtoObYelzYhLVm"
            + "v4gK/H74sQK7xdP9v2Cw3pkdqNMNLvYwKyaZ741offlAKdHHZKN9KE6d9tEndWXT0QUSKaD0qibpTyU9r60JD3pdzf"
            + "zif6/yi9sef0uMje1dg3S9y1ElGcsPf9WeBiPyAK9gkpsgM+78Z1tNtqBwRjAvsQsC4LTj5S60DTBt0oEwPlve1hpR"
            + "CJGCT4aZHcmtzC+Lq9G5 lab");
    static final String RSA_MD5 = "7a:59:ce:2e:e6:7a:98:51:84:25:8e:6b:72:93:f7:0e";

    private TestKeys() {
    }
}
