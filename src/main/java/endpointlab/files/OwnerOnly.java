package endpointlab.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** File attributes that leave a new file to its owner alone, in the terms of the file system it is made on. */
final class OwnerOnly {

    private OwnerOnly() {
    }

    static FileAttribute<?>[] fileAttributes(Path directory) throws IOException {
        if (has(directory, PosixFileAttributeView.class)) {
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
        }
        if (has(directory, AclFileAttributeView.class)) {
            return new FileAttribute<?>[] {new OwnerAcl(List.of(ownerMayEverything()))};
        }
        return new FileAttribute<?>[0];
    }

    private static boolean has(Path directory, Class<? extends FileAttributeView> view) {
        try {
            return Files.getFileStore(directory).supportsFileAttributeView(view);
        } catch (IOException noMountTable) {
            // In a plain chroot the root stands in no mount table; what the system can do in general must do.
            return Files.getFileAttributeView(directory, view) != null;
        }
    }

    private static AclEntry ownerMayEverything() throws IOException {
        UserPrincipal user = FileSystems.getDefault().getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        return AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build();
    }

    private record OwnerAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
