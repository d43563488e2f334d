package dev.meetbot.provider.jpa;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;

/** Turns jobs into rows and back. */
final class JobRows {
  private final SpecJson specs;
  private final ProgressJson progresses;

  JobRows() {
    JsonText json = new JsonText();
    specs = new SpecJson(json);
    progresses = new ProgressJson(json);
  }

  JobRow toRow(Job job) {
    JobRow row = new JobRow();
    row.id = job.id().value();
    row.tenant = job.tenant().value();
    row.externalId = job.spec().externalId();
    row.platform = job.spec().platform();
    row.status = job.status().name();
    row.version = job.version();
    row.dueAt = job.progress().dueAt();
    Lease lease = job.lease();
    row.leaseWorker = lease == null ? null : lease.worker().value();
    row.leaseRenewedAt = lease == null ? null : lease.renewedAt();
    row.createdAt = job.createdAt();
    row.updatedAt = job.updatedAt();
    row.spec = specs.write(job.spec());
    row.progress = progresses.write(job.progress());
    row.history = progresses.writeHistory(job.history());
    return row;
  }

  Job toJob(JobRow row) {
    return new Job(
        new JobId(row.id),
        new TenantId(row.tenant),
        row.version,
        specs.read(row.spec),
        progresses.read(JobStatus.valueOf(row.status), row.dueAt, row.progress),
        row.leaseWorker == null || row.leaseRenewedAt == null
            ? null
            : new Lease(new WorkerId(row.leaseWorker), row.leaseRenewedAt),
        progresses.readHistory(row.history),
        row.createdAt,
        row.updatedAt);
  }
}
