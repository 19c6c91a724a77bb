"""Places, people, offices with terms, and how people come in: what is kept."""

from civic.people.tables.accounts import Account, PersonCode, Purpose, RecoveryCode
from civic.people.tables.coming_in import BatchState, Correction, ImportBatch, Slip
from civic.people.tables.helping import Consent, Helped, HelperKind, Helping
from civic.people.tables.keeping import Export, Look, Looked
from civic.people.tables.offices import Held, HeldKind, Obtained, Office, OfficeKind
from civic.people.tables.people import Kin, Kinship, Ownership, Person, PersonKind, Relation, Residence
from civic.people.tables.places import AreaSource, Building, Dwelling, DwellingKind, UnitState

__all__ = [
    "Account", "AreaSource", "BatchState", "Building", "Consent", "Correction", "Dwelling", "DwellingKind",
    "Export", "Held", "HeldKind", "Helped", "HelperKind", "Helping", "ImportBatch", "Kin", "Kinship", "Look",
    "Looked", "Obtained", "Office", "OfficeKind", "Ownership", "Person", "PersonCode", "PersonKind", "Purpose",
    "RecoveryCode", "Relation", "Residence", "Slip", "UnitState",
]  # fmt: skip
