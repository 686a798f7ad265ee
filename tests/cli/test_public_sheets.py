"""Proposed mappings of sheets whose columns are those that public pages give for their systems.

The addresses are where the names of the columns were found, 2026-11-30; every row is invented.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from certadvisor.catalog.loader import load_catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.people.proposal import propose_mapping
from certadvisor.people.proposal_writer import render_mapping

DAY = date(2026, 11, 30)
PMP = {"pmp": (date(2025, 5, 10), date(2028, 5, 10))}
# System: the columns, a row, and the id, title, first day and certifications of its first person.
SHEETS: dict[str, tuple[str, str, tuple[str, str | None, date | None, dict[str, Any]]]] = {
    # raw.githubusercontent.com/api-evangelist/zoho-people, json-schema/zoho-people-employee-schema
    "zoho-people": (
        (
            "EmployeeID,FirstName,LastName,EmailID,Department,Designation,Location,"
            "DateofJoining,ReportingTo,EmploymentType,EmployeeStatus,Mobile"
        ),
        (
            "Z1,Pat,Doe,pat@example.com,IT,Project Manager,Chennai,25-Mar-2019,Sam Roe,"
            "Permanent,Active,555"
        ),
        ("Z1", "Project Manager", date(2019, 3, 25), {}),
    ),
    # glama.ai/mcp/servers/david-rodrig/SAP-SuccessFactors-mcp-server-V0.1/tools/manage_user_fields
    "successfactors-users": (
        (
            "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MI,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,"
            "JOBCODE,DIVISION,LOCATION,TIMEZONE,HIREDATE,EMPID,TITLE"
        ),
        (
            "active,u1,pdoe,Pat,Doe,,X,pat@example.com,u9,u8,IT,J1,EU,Berlin,UTC,03/25/2019,77,"
            "Scrum Master"
        ),
        ("77", "Scrum Master", date(2019, 3, 25), {}),
    ),
    # docs.workato.com/ja/connectors/bamboo-hr/new-employee-trigger
    "bamboohr-trigger": (
        (
            "First name,Last name,Employee ID,Employee number,Job title,Department,"
            "Supervisor ID,Supervisor E ID"
        ),
        "Pat,Doe,501,17,Program Manager,PMO,9,3",
        ("501", "Program Manager", None, {}),
    ),
    # www.github.com/geobadges/open-badges-csv
    "open-badges": (
        "recipient_email,evidence,badge,issued_on,issuer,expires",
        "pat@example.com,,PMP,2025-05-10T00:00:00Z,PMI,2028-05-10T23:59:59Z",
        ("pat@example.com", None, None, PMP),
    ),
    # docs.oracle.com/en/cloud/saas/human-resources/oedmh/hrtcertificationitemsv-3588.html
    "oracle-hcm-certifications": (
        (
            "PROFILE_ID,CERTIFICATION_NAME,COUNTRY_CODE,ISSUED_BY,CERTIFICATION_NUMBER,"
            "ISSUE_DATE,EXPIRATION_DATE,STATUS"
        ),
        "300,PMP,US,PMI,99,2025-05-10,2028-05-10,ACTIVE",
        ("300", None, None, PMP),
    ),
    # zapier.com/apps/accredible/integrations/typeform/1412342
    "accredible-credentials": (
        "Recipient Name,Recipient Email,Course Name,Issue Date,Expiry Date,Grade",
        "Pat Doe,pat@example.com,PMP,2025-05-10,2028-05-10,",
        ("pat@example.com", None, None, PMP),
    ),
    # github.com/mschabhuettl/openschichtplaner5/wiki/Bulk-Import
    "openschichtplaner": (
        "Personalnummer;Vorname;Nachname;Gruppe;Eintritt",
        "1001;Pat;Muster;A;2026-01-15",
        ("1001", None, date(2026, 1, 15), {}),
    ),
    # www.mintlify.com/Falasefemi2/companyflow/api/employees/bulk-upload
    "companyflow": (
        (
            "email,first_name,last_name,phone,employee_code,department_id,designation_id,"
            "status,employment_type"
        ),
        "pat@example.com,Pat,Doe,555,EMP001,d1,d7,active,full_time",
        ("EMP001", None, None, {}),
    ),
    # www.mintlify.com/RaulQD/kontrak-backend/api/excel/download-photocheck
    "kontrak": (
        "CARGO,DIVISION,DNI,APELLIDO,NOMBRE",
        "Jefe de proyecto,Lima,123,Perez,Ana",
        ("123", "Jefe de proyecto", None, {}),
    ),
    # fivetran.com/docs/connectors/applications/credly/connector-schema
    "credly-employees": (
        (
            "external_id,email,first_name,last_name,full_name,country,department,job_family,"
            "position_title,manager_external_id,team"
        ),
        "x1,pat@example.com,Pat,Doe,Pat Doe,US,IT,Delivery,IT Project Manager,x9,A",
        ("x1", "IT Project Manager", None, {}),
    ),
    # docs.oracle.com/cd/E36352_01/epm.1112/hps_admin/apds02s03s05.html
    "oracle-employees": (
        ("E-mail address,First Name,Last Name,Employee Number,Title,Department,Manager,Home phone"),
        "pat@example.com,Pat,Doe,42,Project Coordinator,PMO,Sam Roe,555",
        ("42", "Project Coordinator", None, {}),
    ),
    # learn.microsoft.com, dynamics365/human-resources: …-api-person-certificate
    "dynamics-certificates": (
        "Party Number,Certificate Type ID,Start Date,End Date,Notes",
        "P1,PMP,2025-05-10,2028-05-10,",
        ("P1", None, None, PMP),
    ),
}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_proposed_mapping_reads_a_public_sheet(name: str, tmp_path: Path) -> None:
    """As it is, without a correction."""
    header, row, expected = SHEETS[name]
    file, mapping = tmp_path / f"{name}.csv", tmp_path / "mapping.yaml"
    file.write_text(f"{header}\n{row}\n", encoding="utf-8")
    catalog = load_catalog(())
    proposed = render_mapping(propose_mapping(file, file.name, catalog, DAY), file.name)
    mapping.write_text(proposed, encoding="utf-8")
    people = read_people(file, catalog, DAY, mapping=mapping)
    (person,) = people.rows
    assert people.unused_columns == ()
    assert isinstance(person, Person), person
    held = {one.id: (one.earned, one.expires) for one in person.profile.certifications or ()}
    assert (person.id, person.title, person.joined, held) == expected
